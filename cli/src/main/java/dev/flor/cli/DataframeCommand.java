package dev.flor.cli;

import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.store.Dataframe;
import dev.flor.store.FlorStore;
import dev.flor.store.View;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flor dataframe NAME...}: logged values side by side. */
@Command(
    name = "dataframe",
    description = {
      "Show logged values and args side by side: one row per loop iteration of a run,",
      "one column per name. Without names: one row per run."
    })
final class DataframeCommand implements Callable<Integer> {
  private final RootCommand root;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Logged names and args.")
  private List<String> names = List.of();

  @Option(
      names = "--commits",
      paramLabel = "RANGE",
      description = "Only runs of these commits, such as main~10..main.")
  private String commits;

  @Option(names = "--run", paramLabel = "RUN", description = "Only this run; may be repeated.")
  private List<String> runs = List.of();

  @Option(names = "--latest", description = "Only the newest run.")
  private boolean latest;

  @Option(
      names = "--diverged",
      description = "Also values of replays that diverged, where there are no others.")
  private boolean diverged;

  @Mixin
  private RowsOptions rows;

  DataframeCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    List<String> versions = versions(caller);
    try (FlorStore store = OpenStore.upToDate(caller)) {
      View view = store.dataframe(new Dataframe(names, versions, runs, latest, diverged));
      rows.print(view, caller);
      caller.out().flush();
      Gaps.in(view, names, versions, store.replays()).forEach(caller.err()::println);
    }
    return ExitCode.DONE.number();
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
