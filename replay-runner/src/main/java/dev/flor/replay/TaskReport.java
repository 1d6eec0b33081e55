package dev.flor.replay;

import dev.flor.propagator.Placement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How one task ended.
 *
 * @param task what was planned
 * @param outcome how it ended
 * @param detail one line about it; empty when there is nothing to say
 * @param replayRuns ids of the runs whose journals hold the new values
 * @param compared how many values were logged again and compared with those logged then
 * @param differing how many of them were not equal bit for bit
 * @param difference the first of them, in the order in which they were logged then
 * @param fellBack whether a faster replay was given up for one from the start
 * @param log what the build or program printed, where that is worth a look
 */
public record TaskReport(
    ReplayTask task,
    Outcome outcome,
    String detail,
    List<String> replayRuns,
    long compared,
    long differing,
    Optional<Difference> difference,
    boolean fellBack,
    Optional<Path> log) {

  /**
   * A value that is not what it was.
   *
   * @param context the turn it was logged in, such as {@code epoch=3/step=1}; empty: outside of all loops
   * @param ordinal how many-th of its name in that context, from 0
   * @param recorded the value then, as text
   * @param replayed the value now; empty: none was logged, though the turn was gone through
   */
  public record Difference(
      String context, String name, int ordinal, String recorded, Optional<String> replayed) {}

  /** The statements that have no place in this version. */
  public List<Placement.Refused> refused() {
    return task.propagation().placements().stream()
        .flatMap(placement -> placement instanceof Placement.Refused refused
            ? java.util.stream.Stream.of(refused)
            : java.util.stream.Stream.empty())
        .toList();
  }
}
