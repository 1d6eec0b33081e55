package dev.flor.replay;

import dev.flor.replay.ReplayTask.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Splits runs into ranges of main-loop iterations when there are fewer runs than processes. */
final class Segments {
  /** A segment that executes for less than this costs more to start than it saves. */
  private static final long WORTH_NANOS = 2_000_000_000L;

  private Segments() {}

  static List<ReplayTask> split(
      List<ReplayTask> tasks, int jobs, Function<String, RecordedRun> journals) {
    int pending = (int) tasks.stream().filter(task -> task.decided().isEmpty()).count();
    int parts = pending == 0 ? 1 : jobs / pending;
    if (parts < 2) {
      return tasks;
    }
    return tasks.stream().map(task -> split(task, parts, journals)).toList();
  }

  private static ReplayTask split(
      ReplayTask task, int parts, Function<String, RecordedRun> journals) {
    if (task.decided().isPresent()
        || task.baseRun().isEmpty()
        || task.needs()
            .filter(needs -> needs.resumable() && needs.mainLoop().isPresent())
            .isEmpty()) {
      return task;
    }
    String mainLoop = task.needs().get().mainLoop().get();
    RecordedRun recorded = journals.apply(task.baseRun().get());
    List<Segment> segments =
        balanced(recorded, mainLoop, parts, recorded.executing(task.skipped()).toNanos());
    return new ReplayTask(
        task.version(),
        task.source(),
        task.baseRun(),
        task.propagation(),
        task.needs(),
        task.skipped(),
        segments,
        task.key(),
        task.decided(),
        task.estimate());
  }

  /** Borders where a checkpoint was taken, so that the parts take about the same time. */
  private static List<Segment> balanced(
      RecordedRun recorded, String mainLoop, int parts, long executing) {
    List<Long> nanos = recorded.iterationNanos(mainLoop);
    long worthwhile = Math.min(parts, executing / WORTH_NANOS);
    long total = nanos.stream().mapToLong(Long::longValue).sum();
    List<Segment> segments = new ArrayList<>();
    long first = 0;
    long done = 0;
    for (int i = 0; i < nanos.size() - 1 && segments.size() + 1 < worthwhile; i++) {
      done += nanos.get(i);
      if (done >= total / worthwhile * (segments.size() + 1)
          && recorded.hasCheckpointAfter(mainLoop, i)) {
        segments.add(new Segment(first, i + 1L));
        first = i + 1L;
      }
    }
    segments.add(new Segment(first, -1));
    return segments;
  }
}
