package dev.flor.cli;

import dev.flor.store.model.View;
import picocli.CommandLine.Option;

/** The options of a command that prints rows. */
final class RowsOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How rows come out: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  void print(View view, Caller caller) {
    format().print(view, caller.out());
  }

  Format format() {
    return json ? Format.json : format;
  }
}
