package dev.flor.cli.io;

import dev.flor.store.model.View;
import picocli.CommandLine.Option;

/** The options of a command that prints rows. */
public final class RowsOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How rows come out: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  public void print(View view, Caller caller) {
    format().print(view, caller.out());
  }

  public Format format() {
    return json ? Format.json : format;
  }
}
