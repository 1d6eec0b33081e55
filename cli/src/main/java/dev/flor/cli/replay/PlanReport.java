package dev.flor.cli.replay;

import dev.flor.cli.io.AlignedTable;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Durations;
import dev.flor.cli.io.Json;
import dev.flor.cli.propagate.PlacementReport;
import dev.flor.propagator.ReplayNeeds;
import dev.flor.replay.ReplayPlan;
import dev.flor.replay.ReplayTask;
import java.util.List;
import java.util.Map;

/** What a replay would do. */
final class PlanReport {
  private PlanReport() {}

  static void print(ReplayPlan plan, boolean json, Caller caller) {
    if (json) {
      Json.print(
          Json.object(
              "pending", plan.pending(),
              "most", plan.most(),
              "processes",
                  plan.tasks().stream().mapToLong(PlanReport::processes).sum(),
              "jobs", plan.request().jobs(),
              "estimateMillis", plan.estimate().toMillis(),
              "tasks", plan.tasks().stream().map(PlanReport::entry).toList()),
          caller.out());
      return;
    }
    new AlignedTable(
            List.of("version", "how", "processes", "estimate", "subject"),
            plan.tasks().stream().map(PlanReport::row).toList())
        .print(caller.out());
    caller.out().flush();
    plan.tasks().stream().filter(task -> task.baseRun().isPresent()).forEach(task -> obstacles(task)
        .forEach(
            line -> caller.err().println("note: " + task.version().abbreviated() + ": " + line)));
    caller
        .err()
        .println((plan.request().bisect().isPresent() ? "at most " : "")
            + plan.most() + " of " + plan.tasks().size() + " to run, about "
            + Durations.text(plan.estimate()) + " in all");
  }

  private static Map<String, Object> entry(ReplayTask task) {
    return Json.object(
        "version", task.version().id(),
        "subject", task.version().subject(),
        "run", task.baseRun().orElse(null),
        "outcome", task.decided().map(outcome -> outcome.word()).orElse(null),
        "how", task.how(),
        "skipped", List.copyOf(task.skipped()),
        "segments", segments(task),
        "obstacles", obstacles(task),
        "processes", processes(task),
        "estimateMillis", task.estimate().toMillis(),
        "guess", task.isGuess(),
        "statements",
            task.propagation().placements().stream().map(PlacementReport::entry).toList());
  }

  private static List<Map<String, Object>> segments(ReplayTask task) {
    return task.decided().isPresent()
        ? List.of()
        : task.segments().stream()
            .map(segment -> Json.object(
                "first", segment.first(), "end", segment.end() < 0 ? null : segment.end()))
            .toList();
  }

  /** Why loops must be executed that one would rather restore: one line each, with the variable. */
  static List<String> obstacles(ReplayTask task) {
    return task.needs().map(ReplayNeeds::obstacles).orElse(List.of()).stream()
        .map(obstacle -> (obstacle.loop().isEmpty() ? "a loop" : obstacle.loop()) + " is executed: "
            + obstacle.file() + ":" + obstacle.line() + ": "
            + (obstacle.variable().isEmpty() ? "" : obstacle.variable() + ", ")
            + obstacle.why())
        .distinct()
        .toList();
  }

  private static List<?> row(ReplayTask task) {
    return List.of(
        task.version().abbreviated(),
        task.how(),
        processes(task),
        task.decided().isPresent()
            ? ""
            : Durations.text(task.estimate()) + (task.isGuess() ? " (guess)" : ""),
        task.version().subject());
  }

  private static long processes(ReplayTask task) {
    return task.decided().isPresent() ? 0 : task.segments().size();
  }
}
