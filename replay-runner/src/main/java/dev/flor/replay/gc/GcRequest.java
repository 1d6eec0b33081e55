package dev.flor.replay.gc;

import java.util.List;

/**
 * What is to be taken away.
 *
 * @param checkpoints how much is kept of checkpoints; each run's are one thing
 * @param builds how much is kept of builds
 * @param keep runs, by their ids or the beginnings of these, whose checkpoints stay
 * @param journals runs, likewise, that go with all that they logged
 * @param dryRun only tell
 */
public record GcRequest(
    Retention checkpoints,
    Retention builds,
    List<String> keep,
    List<String> journals,
    boolean dryRun) {
  public GcRequest {
    keep = List.copyOf(keep);
    journals = List.copyOf(journals);
  }
}
