package dev.flor.replay;

import dev.flor.propagator.ReplayNeeds;
import dev.flor.replay.ReplayTask.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Splits runs into ranges of main-loop iterations when there are fewer runs than processes. */
final class Segments {
  /** A segment that executes for less than this costs more to start than it saves. */
  private static final long WORTH_NANOS = 2_000_000_000L;

  private Segments() {}

  static List<ReplayTask> split(
      List<ReplayTask> tasks, int jobs, Function<String, RecordedRun> journals) {
    return split(tasks, jobs, WORTH_NANOS, journals);
  }

  /** As above, where a segment is worth a process if it executes for {@code worthNanos}. */
  static List<ReplayTask> split(
      List<ReplayTask> tasks, int jobs, long worthNanos, Function<String, RecordedRun> journals) {
    int pending = (int) tasks.stream().filter(task -> task.decided().isEmpty()).count();
    int parts = pending == 0 ? 1 : jobs / pending;
    if (parts < 2) {
      return tasks;
    }
    return tasks.stream().map(task -> split(task, parts, worthNanos, journals)).toList();
  }

  private static ReplayTask split(
      ReplayTask task, int parts, long worthNanos, Function<String, RecordedRun> journals) {
    Optional<String> mainLoop =
        task.needs().filter(ReplayNeeds::resumable).flatMap(ReplayNeeds::mainLoop);
    if (mainLoop.isEmpty() || task.baseRun().isEmpty() || task.segments().size() > 1) {
      return task;
    }
    RecordedRun recorded = journals.apply(task.baseRun().get());
    return task.inSegments(balanced(
        recorded, mainLoop.get(), task.skipped(), task.segments().get(0), parts, worthNanos));
  }

  /** Borders where a checkpoint was taken, so that the parts take about the same time. */
  private static List<Segment> balanced(
      RecordedRun recorded,
      String mainLoop,
      Set<String> skipped,
      Segment whole,
      int most,
      long worthNanos) {
    List<Long> nanos = recorded.turnNanos(mainLoop, skipped);
    int end = whole.end() < 0 ? nanos.size() : (int) Math.min(whole.end(), nanos.size());
    long total = 0;
    for (int i = (int) whole.first(); i < end; i++) {
      total += nanos.get(i);
    }
    long parts = Math.min(most, total / worthNanos);
    List<Segment> segments = new ArrayList<>();
    long first = whole.first();
    long done = 0;
    for (int i = (int) first; i < end - 1 && segments.size() + 1 < parts; i++) {
      done += nanos.get(i);
      if (done >= total / parts * (segments.size() + 1)
          && recorded.hasCheckpointAfter(mainLoop, i)) {
        segments.add(new Segment(first, i + 1L));
        first = i + 1L;
      }
    }
    segments.add(new Segment(first, whole.end()));
    return segments;
  }
}
