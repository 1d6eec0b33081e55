package dev.flor.cli.store;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.RowsOptions;
import dev.flor.cli.project.OpenStore;
import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.store.FlorStore;
import dev.flor.store.model.Aggregate;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.View;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flor dataframe NAME...}: logged values side by side. */
@Command(
    name = "dataframe",
    description = {
      "Show logged values and args side by side: one row per loop iteration of a run,",
      "one column per name. Without names: one row per run."
    })
public final class DataframeCommand implements Callable<Integer> {
  private final RootCommand root;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Logged names and args.")
  private List<String> names = List.of();

  @Option(
      names = "--commits",
      paramLabel = "RANGE",
      description = "Only runs of these commits, such as main~10..main.")
  private String commits;

  @Option(
      names = {"--run", "--runs"},
      paramLabel = "RUN",
      split = ",",
      description = "Only these runs, by their ids or the beginnings of these.")
  private List<String> runs = List.of();

  @Option(names = "--latest", description = "Only the newest run.")
  private boolean latest;

  @Option(
      names = "--diverged",
      description = "Also values of replays that diverged, where there are no others.")
  private boolean diverged;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Only rows of which this holds, such as \"lr < 0.01 and epoch >= 3\".")
  private Optional<String> where = Optional.empty();

  @Option(
      names = "--order-by",
      paramLabel = "COLUMNS",
      description = "The order of rows, such as \"loss desc, run\".")
  private Optional<String> orderBy = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "So many rows at most.")
  private Long limit;

  @Option(
      names = "--agg",
      paramLabel = "HOW",
      description = "One row per run, with the max, min, mean, last or count of each name.")
  private String aggregate;

  @Spec
  private CommandSpec spec;

  @Mixin
  private RowsOptions rows;

  public DataframeCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    List<String> versions = versions(caller);
    try (FlorStore store = OpenStore.upToDate(caller)) {
      runs = runs.stream().map(run -> RunName.in(store, run).id()).toList();
      View view = store.dataframe(question(versions));
      rows.print(view, caller);
      caller.out().flush();
      if (where.isEmpty()
          && limit == null) { // else a row may be missing because it was not asked for
        boolean allRuns = runs.isEmpty() && !latest;
        Gaps.in(view, names, versions, store.replays(), allRuns).forEach(caller.err()::println);
      }
    }
    return ExitCode.DONE.number();
  }

  private Dataframe question(List<String> versions) {
    return new Dataframe(
        names,
        versions,
        runs,
        latest,
        diverged,
        where,
        orderBy,
        limit == null ? OptionalLong.empty() : OptionalLong.of(notNegative(limit)),
        Optional.ofNullable(aggregate).map(this::aggregate));
  }

  private long notNegative(long rows) {
    if (rows < 0) {
      throw new ParameterException(
          spec.commandLine(), "--limit takes a number that is not negative");
    }
    return rows;
  }

  private Aggregate aggregate(String word) {
    if (names.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--agg takes names: flor dataframe NAME... --agg " + word);
    }
    return Arrays.stream(Aggregate.values())
        .filter(how -> how.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new ParameterException(
            spec.commandLine(), "--agg takes max, min, mean, last or count, not '" + word + "'"));
  }

  private List<String> versions(Caller caller) {
    if (commits == null) {
      return List.of();
    }
    try (History history = History.open(caller.directory())) {
      return history.range(commits).stream().map(Version::id).toList();
    }
  }
}
