package dev.flor.cli.replay;

import dev.flor.cli.io.AlignedTable;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Json;
import dev.flor.cli.propagate.PlacementReport;
import dev.flor.history.Version;
import dev.flor.replay.BisectReport;
import dev.flor.replay.BisectReport.Finding;
import dev.flor.replay.BisectReport.Trial;
import dev.flor.replay.BisectReport.Verdict;
import dev.flor.replay.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a search for the first version came to: all that was tried, and one sentence. */
record BisectResult(BisectReport report) {
  ExitCode exitCode() {
    if (report.exact()) {
      return ExitCode.DONE;
    }
    if (report.tried().stream().anyMatch(one -> one.report().outcome() == Outcome.DIVERGED)) {
      return ExitCode.DIVERGED;
    }
    return report.candidates().isEmpty() ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  void print(boolean json, Caller caller) {
    if (json) {
      Json.print(json(), caller.out());
    } else {
      List<String> head = new ArrayList<>(List.of("version", "holds"));
      head.addAll(report.condition().names());
      head.addAll(List.of("outcome", "how", "subject"));
      new AlignedTable(head, report.tried().stream().map(this::row).toList()).print(caller.out());
    }
    caller.out().flush();
    report.tried().stream()
        .filter(one -> one.verdict() == Verdict.UNKNOWN)
        .forEach(one -> caller.err().println(why(one)));
    caller.err().println(sentence());
    turnsBack().ifPresent(caller.err()::println);
  }

  /** What was found, and of how much it is known. */
  String sentence() {
    String asked = report.condition().toString();
    String known = " (tried " + report.tried().size() + ")";
    if (report.finding() == Finding.UNKNOWN) {
      return "whether " + asked + " holds is known of no version" + known;
    }
    if (report.finding() == Finding.NEVER) {
      return asked + " holds in none of the versions that were tried" + known;
    }
    Version last = report.candidates().get(report.candidates().size() - 1);
    if (report.finding() == Finding.ALWAYS) {
      return asked + " holds from the oldest version on: " + text(last) + known;
    }
    if (report.finding() == Finding.TURNS) {
      return asked + " first holds in " + text(last) + known;
    }
    return asked + " first holds in one of " + report.candidates().size() + " versions, from "
        + report.candidates().get(0).abbreviated() + " to " + text(last)
        + "; the others of them cannot be tried" + known;
  }

  /** That a condition does not stay true is known only of what was tried. */
  private Optional<String> turnsBack() {
    boolean held = false;
    for (Trial one : report.tried()) {
      held |= one.verdict() == Verdict.HOLDS;
      if (held && one.verdict() == Verdict.HOLDS_NOT) {
        return Optional.of("note: it turns more than once: it does not hold in "
            + one.report().task().version().abbreviated() + ", which is later");
      }
    }
    return Optional.empty();
  }

  private static String why(Trial one) {
    String detail = one.report().detail().isEmpty()
        ? one.report().refused().stream()
            .findFirst()
            .map(no -> PlacementReport.subject(no.probe()) + " " + PlacementReport.line(no))
            .orElse("it has not all values")
        : one.report().detail();
    String log = one.report().log().map(file -> " (log: " + file + ")").orElse("");
    return "note: " + one.report().task().version().abbreviated() + " is left out: "
        + one.report().outcome().word() + ": " + detail + log;
  }

  private static String text(Version version) {
    return version.abbreviated() + " (" + version.subject() + ")";
  }

  private static String holds(Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> "yes";
      case HOLDS_NOT -> "no";
      case UNKNOWN -> "unknown";
    };
  }

  private List<?> row(Trial one) {
    List<Object> cells = new ArrayList<>();
    cells.add(one.report().task().version().abbreviated());
    cells.add(holds(one.verdict()));
    report.condition().names().forEach(name -> cells.add(one.values().getOrDefault(name, "")));
    cells.add(one.report().outcome().word());
    cells.add(
        one.report().task().decided().isPresent() ? "" : one.report().task().how());
    cells.add(one.report().task().version().subject());
    return cells;
  }

  private Map<String, Object> json() {
    return Json.object(
        "exitCode", exitCode().number(),
        "condition", report.condition().toString(),
        "finding", report.finding().name().toLowerCase(Locale.ROOT),
        "candidates", report.candidates().stream().map(Version::id).toList(),
        "monotone", report.monotone(),
        "tried", report.tried().stream().map(BisectResult::entry).toList());
  }

  private static Map<String, Object> entry(Trial one) {
    Map<String, Object> entry = Json.object(
        "version", one.report().task().version().id(),
        "run", one.report().task().baseRun().orElse(null),
        "holds", one.verdict() == Verdict.UNKNOWN ? null : one.verdict() == Verdict.HOLDS,
        "values", one.values(),
        "outcome", one.report().outcome().word(),
        "detail", one.report().detail(),
        "replayRuns", one.report().replayRuns());
    return entry;
  }
}
