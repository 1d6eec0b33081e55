package dev.flor.cli.propagate;

import dev.flor.cli.io.Json;
import dev.flor.replay.propagation.VersionPropagation;
import java.io.PrintStream;

/** The report for programs: an array of one object for each version, printed as they come. */
final class PlacementJson implements VersionSink {
  private final PrintStream out;
  private boolean begun;

  PlacementJson(PrintStream out) {
    this.out = out;
  }

  @Override
  public void take(VersionPropagation each) {
    out.print(begun ? ", " : "[ ");
    begun = true;
    out.print(Json.text(Json.object(
        "version", each.version().id(),
        "subject", each.version().subject(),
        "statements", PlacementReport.entries(each.propagation()))));
  }

  @Override
  public void finish() {
    out.println(begun ? " ]" : "[ ]");
    out.flush();
  }
}
