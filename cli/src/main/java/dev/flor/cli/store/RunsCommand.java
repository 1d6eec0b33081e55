package dev.flor.cli.store;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.RootCommand;
import dev.flor.cli.io.RowsOptions;
import dev.flor.cli.project.OpenStore;
import dev.flor.store.FlorStore;
import dev.flor.store.model.Column;
import dev.flor.store.model.RunRow;
import dev.flor.store.model.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code flor runs}: the runs that are known, oldest first. */
@Command(name = "runs", description = "List the recorded and replayed runs, oldest first.")
public final class RunsCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS = List.of(
      new Column("run", Column.Type.TEXT),
      new Column("source", Column.Type.TEXT),
      new Column("version", Column.Type.TEXT),
      new Column("status", Column.Type.TEXT),
      new Column("started", Column.Type.TEXT),
      new Column("values", Column.Type.LONG),
      new Column("program", Column.Type.TEXT),
      new Column("base_run", Column.Type.TEXT),
      new Column("verdict", Column.Type.TEXT));

  private final RootCommand root;

  @Mixin
  private RowsOptions rows;

  public RunsCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    try (FlorStore store = OpenStore.upToDate(caller)) {
      View view = new View(COLUMNS, store.runs().stream().map(RunsCommand::row).toList());
      rows.print(view, caller);
    }
    return ExitCode.DONE.number();
  }

  private static List<Object> row(RunRow run) {
    Optional<String> version = run.replayed() ? run.version() : run.head().or(run::version);
    return Arrays.asList(
        run.id(),
        run.replayed() ? "replayed" : "recorded",
        version.map(id -> id.substring(0, Math.min(7, id.length()))).orElse(null),
        run.status(),
        run.started().toString(),
        run.values(),
        run.program(),
        run.baseRun().orElse(null),
        run.verdict().orElse(null));
  }
}
