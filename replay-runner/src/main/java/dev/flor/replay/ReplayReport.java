package dev.flor.replay;

import java.util.List;

/** How a whole replay ended, one entry for each task, in the order of the plan. */
public record ReplayReport(List<TaskReport> tasks) {

  /** How many values were logged again and compared. */
  public long compared() {
    return tasks.stream().mapToLong(TaskReport::compared).sum();
  }

  /** How many of the compared values differ. */
  public long differing() {
    return tasks.stream().mapToLong(TaskReport::differing).sum();
  }

  /** How many processes were needed: 0 when everything was cached or refused. */
  public long started() {
    return tasks.stream().filter(report -> report.task().decided().isEmpty()).count();
  }

  /** Whether every task has every value that was asked for. */
  public boolean complete() {
    return tasks.stream()
        .allMatch(report -> report.outcome().succeeded()
            && report.refused().isEmpty()
            && report.task().absent().isEmpty());
  }

  /** How many tasks ended in {@code outcome}. */
  public long count(Outcome outcome) {
    return tasks.stream().filter(report -> report.outcome() == outcome).count();
  }
}
