package dev.flor.replay;

import dev.flor.history.Version;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.ReplayNeeds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One run of one version, planned: what is executed and why.
 *
 * @param version the commit that was asked for
 * @param source the commit whose tree is built: {@code version}, or the snapshot of its run
 * @param baseRun the recorded run that is replayed; empty: the version has none and is run afresh
 * @param propagation what became of the probes in this version
 * @param needs which loops the probes need; empty when nothing is executed
 * @param skipped nested loops whose end state is restored instead of executing them
 * @param segments main-loop iterations, one process each; a single full segment runs everything
 * @param key content key of all that decides the result
 * @param decided an outcome that needs no process: cached or refused
 * @param estimate expected wall time of all processes together
 * @param absent in one phrase, which of the turns that are asked for the run has not; empty: it has all, or none was recorded
 */
public record ReplayTask(
    Version version,
    Version source,
    Optional<String> baseRun,
    Propagation propagation,
    Optional<ReplayNeeds> needs,
    SortedSet<String> skipped,
    List<Segment> segments,
    String key,
    Optional<Outcome> decided,
    Duration estimate,
    Optional<String> absent) {

  /** Main-loop iterations {@code [first, end)}; {@code end} is -1 for "to the end of the program". */
  public record Segment(long first, long end) {
    /** Everything, from the program's start to its end. */
    public static final Segment ALL = new Segment(0, -1);

    /** Which turns, in words; empty for everything. */
    String text() {
      if (end == 0) {
        return "up to the main loop";
      }
      if (end < 0) {
        return first == 0 ? "" : "from turn " + first;
      }
      return first == 0 ? "up to turn " + (end - 1) : "turns " + first + ".." + (end - 1);
    }
  }

  private ReplayTask with(List<Segment> some, Optional<Outcome> outcome, Duration time) {
    return new ReplayTask(
        version, source, baseRun, propagation, needs, skipped, some, key, outcome, time, absent);
  }

  /** The same task, its iterations divided like this. */
  ReplayTask inSegments(List<Segment> divided) {
    return with(divided, decided, estimate);
  }

  /** Whether the estimate rests on no run of this version. */
  public boolean isGuess() {
    return decided.isEmpty() && baseRun.isEmpty();
  }

  /** The same task with another estimate. */
  ReplayTask expectedToTake(Duration time) {
    return with(segments, decided, time);
  }

  /** Whether nothing is restored: one process executes all from the program's start, if not to its end. */
  public boolean fromStart() {
    return skipped.isEmpty() && segments.size() == 1 && segments.get(0).first() == 0;
  }

  /** Another verdict, known meanwhile. */
  ReplayTask decidedAs(Outcome outcome) {
    return with(segments, Optional.of(outcome), Duration.ZERO);
  }

  /** One phrase: how this is replayed, such as {@code skipping step} or {@code from the start}. */
  public String how() {
    if (decided.isPresent()) {
      return decided.get().word();
    }
    String parts = segments.size() > 1
        ? segments.size() + " segments from checkpoints"
        : segments.get(0).text();
    String skips = skipped.isEmpty() ? "" : "skipping " + String.join(", ", skipped);
    if (parts.isEmpty() && skips.isEmpty()) {
      return baseRun.isPresent() ? "in full" : "in full (no recorded run)";
    }
    return parts.isEmpty() ? skips : skips.isEmpty() ? parts : parts + ", " + skips;
  }
}
