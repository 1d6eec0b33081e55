package dev.flor.cli.propagate;

import dev.flor.cli.io.ExitCode;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Propagation;
import dev.flor.replay.propagation.VersionPropagation;

/** How many statements were inserted, present and refused, and what the shell is told. */
final class PlacementTally implements VersionSink {
  private final FailOn failOn;
  private int versions;
  private long inserted;
  private long present;
  private long refused;
  private boolean counts;

  PlacementTally(FailOn failOn) {
    this.failOn = failOn;
  }

  @Override
  public void take(VersionPropagation each) {
    add(each.propagation());
  }

  void add(Propagation propagation) {
    versions++;
    for (Placement placement : propagation.placements()) {
      if (placement instanceof Placement.Refused no) {
        refused++;
        counts |= failOn.counts(no.reason());
      } else if (placement instanceof Placement.Present) {
        present++;
      } else {
        inserted++;
      }
    }
  }

  /** Done if every statement that counts has a place everywhere; failed if none has one anywhere. */
  ExitCode exitCode() {
    if (!counts) {
      return ExitCode.DONE;
    }
    return inserted + present == 0 ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  String summary() {
    return PlacementReport.summary(inserted, present, refused);
  }

  String versions() {
    return versions + (versions == 1 ? " version: " : " versions: ") + summary();
  }
}
