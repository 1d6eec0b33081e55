package dev.flor.replay;

import dev.flor.propagator.ReplayNeeds;
import dev.flor.propagator.ReplayNeeds.Phase;
import dev.flor.replay.ReplayTask.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** The cheapest sound way through a run: which turns of the main loop, from which checkpoints, and where to stop. */
final class Route {
  /** What starting a JVM and the program's set-up are taken to cost. */
  private static final Duration START = Duration.ofSeconds(1);

  private final ReplayNeeds needs;
  private final String loop;
  private final RecordedRun recorded;
  private final List<Long> nanos;

  private Route(ReplayNeeds needs, RecordedRun recorded, SortedSet<String> skipped) {
    this.needs = needs;
    this.loop = needs.mainLoop().orElseThrow();
    this.recorded = recorded;
    this.nanos = recorded.turnNanos(loop, skipped);
  }

  /**
   * The segments of main-loop turns that are executed, ascending and disjoint.
   *
   * @param turns which turns are wanted, if not all
   */
  static List<Segment> of(
      ReplayNeeds needs,
      Optional<RecordedRun> recorded,
      SortedSet<String> skipped,
      Optional<Turns> turns) {
    if (needs.mainLoop().isEmpty()) {
      return List.of(Segment.ALL);
    }
    Optional<Turns> wanted =
        turns.filter(some -> some.loop().equals(needs.mainLoop().get()));
    if (recorded.filter(run -> !run.entered(needs.mainLoop().get())).isPresent()) {
      return List.of(Segment.ALL); // nothing is known of its turns
    }
    return recorded.isPresent()
        ? new Route(needs, recorded.get(), skipped).segments(wanted)
        : List.of(new Segment(0, unrecordedEnd(needs, wanted)));
  }

  /** Of a version that nothing was recorded of it is not known how many turns it has. */
  private static long unrecordedEnd(ReplayNeeds needs, Optional<Turns> wanted) {
    if (needs.phases().contains(Phase.AFTER)) {
      return -1;
    }
    if (!needs.phases().contains(Phase.INSIDE)) {
      return 0;
    }
    return wanted
        .map(Turns::last)
        .filter(last -> last < Long.MAX_VALUE)
        .map(last -> last + 1)
        .orElse(-1L);
  }

  private List<Segment> segments(Optional<Turns> wanted) {
    List<Segment> ranges =
        needs.phases().contains(Phase.INSIDE) ? ranges(wanted) : new ArrayList<>();
    if (needs.phases().contains(Phase.AFTER)) {
      ranges.add(new Segment(start(nanos.size()), -1));
    }
    if (ranges.isEmpty()) {
      return List.of(new Segment(0, 0));
    }
    List<Segment> merged = new ArrayList<>(List.of(ranges.get(0)));
    for (Segment next : ranges.subList(1, ranges.size())) {
      Segment last = merged.get(merged.size() - 1);
      if (last.end() < 0 || between(last.end(), next.first()) > START.toNanos()) {
        merged.add(next);
      } else {
        merged.set(
            merged.size() - 1, new Segment(Math.min(last.first(), next.first()), next.end()));
      }
    }
    return merged;
  }

  /** Each run of turns that are wanted, from the nearest turn before it that can be entered. */
  private List<Segment> ranges(Optional<Turns> wanted) {
    List<Segment> ranges = new ArrayList<>();
    long turns = nanos.size() + (recorded.leftOpen(loop) ? 1L : 0L);
    long first = -1;
    for (long turn = 0; turn <= turns; turn++) {
      long here = turn;
      boolean is = turn < turns && wanted.map(some -> some.contains(here)).orElse(true);
      if (is && first < 0) {
        first = turn;
      } else if (!is && first >= 0) {
        ranges.add(new Segment(start(first), turn > nanos.size() ? -1 : turn));
        first = -1;
      }
    }
    return ranges;
  }

  /** The greatest turn, up to this one, that can be entered. */
  private long start(long turn) {
    long start = needs.resumable() ? turn : 0;
    while (start > 0 && !recorded.hasCheckpointAfter(loop, start - 1)) {
      start--;
    }
    return start;
  }

  private long between(long end, long first) {
    long sum = 0;
    for (long turn = end; turn < Math.min(first, nanos.size()); turn++) {
      sum += nanos.get((int) turn);
    }
    return sum;
  }

  /** About what all of a run takes, from the start of its process. */
  static Duration inFull(RecordedRun run) {
    return START.plus(run.executing(Set.of()));
  }

  /** About what a segment takes, by what was recorded. */
  static Duration estimate(
      Optional<String> mainLoop,
      Optional<RecordedRun> recorded,
      SortedSet<String> skipped,
      Segment segment) {
    if (recorded.isEmpty()) {
      return START.multipliedBy(2);
    }
    RecordedRun run = recorded.get();
    if (mainLoop.isEmpty() || segment.equals(Segment.ALL)) {
      return START.plus(run.executing(skipped));
    }
    List<Long> nanos = run.turnNanos(mainLoop.get(), skipped);
    long end = segment.end() < 0 ? nanos.size() : segment.end();
    long sum = segment.first() > 0 ? run.restoreNanos() : 0;
    for (long turn = segment.first(); turn < Math.min(end, nanos.size()); turn++) {
      sum += nanos.get((int) turn) + skipped.size() * run.restoreNanos();
    }
    return START.plusNanos(sum);
  }
}
