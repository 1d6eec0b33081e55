package dev.flor.replay;

import java.time.Duration;
import java.util.List;

/**
 * All that a request leads to, in the order of the versions.
 *
 * @param request what was asked
 * @param tasks one for each run of each version; one for a version without runs
 */
public record ReplayPlan(ReplayRequest request, List<ReplayTask> tasks) {

  /** Expected wall time, with the request's jobs side by side. */
  public Duration estimate() {
    Duration work = tasks.stream().map(ReplayTask::estimate).reduce(Duration.ZERO, Duration::plus);
    int processes = tasks.stream()
        .filter(task -> task.decided().isEmpty())
        .mapToInt(task -> task.segments().size())
        .sum();
    return work.dividedBy(Math.max(1, Math.min(request.jobs(), processes)));
  }

  /** How many tasks need a process. */
  public int pending() {
    return (int) tasks.stream().filter(task -> task.decided().isEmpty()).count();
  }
}
