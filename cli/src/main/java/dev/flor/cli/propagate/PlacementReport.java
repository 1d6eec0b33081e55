package dev.flor.cli.propagate;

import dev.flor.cli.io.Json;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A placement as one entry of a JSON report, and as one line for people. */
public final class PlacementReport {
  private static final int LONGEST = 60;

  private PlacementReport() {}

  /** One entry for each statement, with what was considered where that was asked for. */
  static List<Map<String, Object>> entries(Propagation propagation) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (int i = 0; i < propagation.placements().size(); i++) {
      Map<String, Object> entry = entry(propagation.placements().get(i));
      if (!propagation.considerations().isEmpty()) {
        entry.put(
            "explain", ConsiderationReport.json(propagation.considerations().get(i)));
      }
      entries.add(entry);
    }
    return entries;
  }

  /** The lines that explain a placement; none, if that was not asked for. */
  static List<String> explanation(Propagation propagation, int index) {
    return propagation.considerations().isEmpty()
        ? List.of()
        : ConsiderationReport.lines(
            propagation.placements().get(index), propagation.considerations().get(index));
  }

  static String summary(long inserted, long present, long refused) {
    return inserted
        + (inserted == 1 ? " statement inserted, " : " statements inserted, ")
        + present
        + " present, "
        + refused
        + " refused";
  }

  public static Map<String, Object> entry(Placement placement) {
    Probe probe = placement.probe();
    Map<String, Object> entry = Json.object("file", probe.file(), "line", probe.line());
    probe.name().ifPresent(name -> entry.put("name", name));
    entry.putAll(placement.fold(
        PlacementReport::inserted, PlacementReport::present, PlacementReport::refused));
    return entry;
  }

  /** One line: what became of the statement, and where. */
  public static String line(Placement placement) {
    return placement.fold(
        in -> "inserted at " + in.file() + ":" + in.line() + with(in),
        present -> "present at " + present.file() + ":" + present.line(),
        no -> "refused at " + no.file() + ":" + no.line() + ": " + because(no));
  }

  /** What is logged, or the text and place of a statement that logs nothing. */
  public static String subject(Probe probe) {
    return probe
        .name()
        .orElseGet(() -> firstLine(probe.text()) + " (" + probe.file() + ":" + probe.line() + ")");
  }

  private static String firstLine(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }

  static String because(Placement.Refused no) {
    return no.reason().id()
        + ", "
        + no.reason().sentence()
        + (no.detail().isEmpty() ? "" : " (" + no.detail() + ")");
  }

  private static String with(Placement.Inserted in) {
    StringBuilder with = new StringBuilder();
    in.renames()
        .forEach((from, to) -> with.append(", ").append(from).append(" is ").append(to));
    if (!in.carried().isEmpty()) {
      with.append(", with ").append(String.join(", ", in.carried()));
    }
    in.warnings().forEach(warning -> with.append(", warning: ").append(warning));
    return with.toString();
  }

  private static Map<String, Object> inserted(Placement.Inserted in) {
    return Json.object(
        "outcome", "inserted",
        "targetFile", in.file(),
        "targetLine", in.line(),
        "renames", in.renames(),
        "carried", in.carried(),
        "warnings", in.warnings(),
        "score", in.score(),
        "explanation", in.explanation());
  }

  private static Map<String, Object> present(Placement.Present present) {
    return Json.object(
        "outcome", "present", "targetFile", present.file(), "targetLine", present.line());
  }

  private static Map<String, Object> refused(Placement.Refused no) {
    return Json.object(
        "outcome", "refused",
        "targetFile", no.file(),
        "targetLine", no.line(),
        "reason", no.reason().id(),
        "detail", no.reason().sentence() + (no.detail().isEmpty() ? "" : ": " + no.detail()));
  }
}
