package dev.flor.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which versions are meant.
 *
 * @param specs revisions and ranges; empty with {@code since}: all that HEAD reaches
 * @param firstParent of a merge, only the line it was made on
 * @param allRuns the snapshots of all recorded runs, too
 * @param since only versions authored then or later
 */
public record Selection(
    List<String> specs, boolean firstParent, boolean allRuns, Optional<Instant> since) {
  public Selection {
    specs = List.copyOf(specs);
  }

  /** Revisions and ranges as they are. */
  public static Selection of(List<String> specs) {
    return new Selection(specs, false, false, Optional.empty());
  }
}
