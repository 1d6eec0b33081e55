package dev.flor.cli;

import dev.flor.store.FlorStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flor sql QUERY}: any question, read only. */
@Command(
    name = "sql",
    description = "Ask the store in SQL, read only.",
    footer = {"", "Tables, columns and views: docs/schema.md."})
final class SqlCommand implements Callable<Integer> {
  private final RootCommand root;

  @Parameters(paramLabel = "QUERY", description = "One SELECT.")
  private String query;

  @Mixin
  private RowsOptions rows;

  SqlCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Caller caller = root.caller();
    try (FlorStore store = OpenStore.upToDate(caller)) {
      rows.print(store.query(query), caller);
    }
    return ExitCode.DONE.number();
  }
}
