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
    boolean fellBack,
    Optional<Path> log) {

  /** The statements that have no place in this version. */
  public List<Placement.Refused> refused() {
    return task.propagation().placements().stream()
        .flatMap(placement -> placement instanceof Placement.Refused refused
            ? java.util.stream.Stream.of(refused)
            : java.util.stream.Stream.empty())
        .toList();
  }
}
