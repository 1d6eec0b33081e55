package dev.flor.cli.replay;

import dev.flor.cli.io.AlignedTable;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Json;
import dev.flor.cli.propagate.PlacementReport;
import dev.flor.propagator.Placement;
import dev.flor.replay.Outcome;
import dev.flor.replay.ReplayReport;
import dev.flor.replay.TaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a replay ended: a table, JSON, and an exit code that a CI job can trust. */
record ReplayResult(ReplayReport report) {
  ExitCode exitCode() {
    if (report.count(Outcome.DIVERGED) > 0) {
      return ExitCode.DIVERGED;
    }
    if (report.complete()) {
      return ExitCode.DONE;
    }
    boolean some = report.tasks().stream().anyMatch(task -> task.outcome().succeeded());
    return some ? ExitCode.PARTLY : ExitCode.FAILED;
  }

  void print(boolean json, Caller caller) {
    if (json) {
      Json.print(json(), caller.out());
    } else {
      new AlignedTable(
              List.of("version", "outcome", "how", "compared", "differing", "subject"),
              report.tasks().stream().map(ReplayResult::row).toList())
          .print(caller.out());
    }
    caller.out().flush();
    report.tasks().forEach(task -> why(task).forEach(caller.err()::println));
    caller.err().println(summary());
  }

  String summary() {
    List<String> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      if (report.count(outcome) > 0) {
        counts.add(report.count(outcome) + " " + outcome.word());
      }
    }
    return report.tasks().size()
        + (report.tasks().size() == 1 ? " run: " : " runs: ")
        + (counts.isEmpty() ? "none" : String.join(", ", counts))
        + "; "
        + (report.started() == 0
            ? "no process was started"
            : report.compared() + " values compared with those logged then, " + report.differing()
                + " differ");
  }

  /** Why a version has not got everything, one line each. */
  private static List<String> why(TaskReport task) {
    String version = "note: " + task.task().version().abbreviated() + ": ";
    List<String> lines = new ArrayList<>();
    for (Placement.Refused no : task.refused()) {
      lines.add(version + PlacementReport.subject(no.probe()) + " " + PlacementReport.line(no));
    }
    if (task.task().decided().isEmpty() && task.task().baseRun().isPresent()) {
      PlanReport.obstacles(task.task()).forEach(line -> lines.add(version + line));
    }
    task.task()
        .absent()
        .filter(turns -> task.outcome().succeeded())
        .ifPresent(turns -> lines.add(version + turns));
    if (!task.detail().isEmpty()
        && (task.refused().isEmpty() || task.outcome() != Outcome.REFUSED)) {
      String log = task.log().map(file -> " (log: " + file + ")").orElse("");
      lines.add(version + task.outcome().word() + ": " + task.detail() + log);
    }
    return lines;
  }

  private static List<?> row(TaskReport task) {
    return List.of(
        task.task().version().abbreviated(),
        task.outcome().word(),
        task.task().decided().isPresent() ? "" : task.task().how(),
        task.compared(),
        task.differing(),
        task.task().version().subject());
  }

  private Map<String, Object> json() {
    return Json.object(
        "exitCode", exitCode().number(),
        "started", report.started(),
        "compared", report.compared(),
        "differing", report.differing(),
        "tasks", report.tasks().stream().map(ReplayResult::entry).collect(Collectors.toList()));
  }

  private static Map<String, Object> entry(TaskReport.Difference first) {
    return Json.object(
        "context", first.context(),
        "name", first.name(),
        "ordinal", first.ordinal(),
        "recorded", first.recorded(),
        "replayed", first.replayed().orElse(null));
  }

  private static Map<String, Object> entry(TaskReport task) {
    return Json.object(
        "version", task.task().version().id(),
        "subject", task.task().version().subject(),
        "run", task.task().baseRun().orElse(null),
        "outcome", task.outcome().word(),
        "how", task.task().how(),
        "obstacles", PlanReport.obstacles(task.task()),
        "detail", task.detail(),
        "replayRuns", task.replayRuns(),
        "compared", task.compared(),
        "differing", task.differing(),
        "difference", task.difference().map(ReplayResult::entry).orElse(null),
        "fellBack", task.fellBack(),
        "log", task.log().map(Object::toString).orElse(null),
        "statements",
            task.task().propagation().placements().stream()
                .map(PlacementReport::entry)
                .toList());
  }
}
