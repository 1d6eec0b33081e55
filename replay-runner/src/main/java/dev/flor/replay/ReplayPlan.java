package dev.flor.replay;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * All that a request leads to, in the order of the versions.
 *
 * @param request what was asked
 * @param tasks one for each run of each version; one for a version without runs
 */
public record ReplayPlan(ReplayRequest request, List<ReplayTask> tasks) {

  /** Expected wall time, with the request's jobs side by side; of a bisection, at most, if each version can be run. */
  public Duration estimate() {
    return request.bisect().isEmpty()
        ? estimate(tasks)
        : tasks.stream()
            .map(task -> estimate(List.of(task)))
            .sorted(Comparator.reverseOrder())
            .limit(most())
            .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration estimate(List<ReplayTask> together) {
    Duration work =
        together.stream().map(ReplayTask::estimate).reduce(Duration.ZERO, Duration::plus);
    int processes = together.stream()
        .filter(task -> task.decided().isEmpty())
        .mapToInt(task -> task.segments().size())
        .sum();
    return work.dividedBy(Math.max(1, Math.min(request.jobs(), processes)));
  }

  /** A plan for one of the tasks. */
  ReplayPlan only(ReplayTask task) {
    return new ReplayPlan(request, List.of(task));
  }

  /** How many tasks are run at most: all that need a process, or the two ends and one at each halving. */
  public int most() {
    int halvings = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, tasks.size() - 2));
    return request.bisect().isEmpty() ? pending() : Math.min(pending(), 2 + halvings);
  }

  /** How many tasks need a process. */
  public int pending() {
    return (int) tasks.stream().filter(task -> task.decided().isEmpty()).count();
  }
}
