package dev.flor.replay;

import dev.flor.propagator.ReplayNeeds;
import dev.flor.replay.ReplayTask.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    if (mainLoop.isEmpty() || task.baseRun().isEmpty()) {
      return task;
    }
    RecordedRun recorded = journals.apply(task.baseRun().get());
    long worthwhile = Math.min(parts, recorded.executing(task.skipped()).toNanos() / worthNanos);
    return task.inSegments(balanced(recorded, mainLoop.get(), worthwhile));
  }

  /** Borders where a checkpoint was taken, so that the parts take about the same time. */
  private static List<Segment> balanced(RecordedRun recorded, String mainLoop, long parts) {
    List<Long> nanos = recorded.iterationNanos(mainLoop);
    long total = nanos.stream().mapToLong(Long::longValue).sum();
    List<Segment> segments = new ArrayList<>();
    long first = 0;
    long done = 0;
    for (int i = 0; i < nanos.size() - 1 && segments.size() + 1 < parts; i++) {
      done += nanos.get(i);
      if (done >= total / parts * (segments.size() + 1)
          && recorded.hasCheckpointAfter(mainLoop, i)) {
        segments.add(new Segment(first, i + 1L));
        first = i + 1L;
      }
    }
    segments.add(new Segment(first, -1));
    return segments;
  }
}
