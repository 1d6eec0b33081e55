package dev.flor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What propbench's scorer says of flor's results, against the goals; both variants together. */
final class CarryScore {
  static final String GOAL =
      "changed: exact >= 96.5, wrong <= 1.0, full >= 94; another file >= 93; ten years >= 93; "
          + "another member >= 85; unchanged >= 99.5; unparsable 0; unbound 0";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> scored;

  private CarryScore(List<JsonNode> scored) {
    this.scored = scored;
  }

  static CarryScore read(Path file) throws IOException {
    List<JsonNode> scored = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      scored.add(JSON.readTree(line));
    }
    return new CarryScore(scored);
  }

  private record Goal(String what, double figure, double goal, boolean atLeast) {
    boolean reached() {
      return Double.isNaN(figure) || (atLeast ? figure >= goal : figure <= goal);
    }

    String row() {
      return "| %s | %.1f | %s %s | %s |"
          .formatted(what, figure, atLeast ? ">=" : "<=", goal, reached() ? "reached" : "short");
    }
  }

  private List<Goal> goals() {
    Predicate<JsonNode> changed = o -> o.path("stratum").asText().equals("changed");
    Predicate<JsonNode> old = changed.and(o -> o.path("age").asInt() >= 10);
    Predicate<JsonNode> otherFile =
        changed.and(o -> !codeSame(o) && !o.path("sameFile").asBoolean());
    Predicate<JsonNode> otherMember = changed.and(o ->
        !codeSame(o) && o.path("sameFile").asBoolean() && !o.path("sameMember").asBoolean());
    return List.of(
        new Goal("changed: exact %", share(changed, CarryScore::exact), 96.5, true),
        new Goal("changed: wrong place %", share(changed, CarryScore::wrong), 1, false),
        new Goal("changed: full %", share(changed, CarryScore::full), 94, true),
        new Goal("another file: exact %", share(otherFile, CarryScore::exact), 93, true),
        new Goal("ten years: exact %", share(old, CarryScore::exact), 93, true),
        new Goal("another member: exact %", share(otherMember, CarryScore::exact), 85, true),
        new Goal("unchanged: exact %", share(changed.negate(), CarryScore::exact), 99.5, true),
        new Goal("unparsable, number", count(o -> place(o).equals("unparsable")), 0, false),
        new Goal("names that do not exist there, number", count(CarryScore::unbound), 0, false));
  }

  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("flor, " + scored.size() + " tasks, strip-one and strip-all together:");
    lines.add("");
    lines.add("| what | flor | goal | |");
    lines.add("|---|---:|---:|---|");
    goals().forEach(goal -> lines.add(goal.row()));
    lines.add("");
    lines.add(
        "The scorer flags %.0f names as unbound, since the stripped file has them no more; %.0f of them are not those of the older statement itself, in its own place."
            .formatted(count(CarryScore::flagged), count(CarryScore::unbound)));
    return lines;
  }

  boolean pass() {
    return goals().stream().allMatch(Goal::reached);
  }

  String figure() {
    List<String> parts = new ArrayList<>();
    goals().forEach(goal -> parts.add("%s %.1f".formatted(goal.what(), goal.figure())));
    return String.join(", ", parts);
  }

  private double share(Predicate<JsonNode> among, Predicate<JsonNode> which) {
    return 100.0 * count(among.and(which)) / count(among);
  }

  private double count(Predicate<JsonNode> which) {
    return scored.stream().filter(which).count();
  }

  private static String place(JsonNode o) {
    return o.path("place").asText();
  }

  private static boolean codeSame(JsonNode o) {
    return o.path("codeSame").asBoolean();
  }

  private static boolean exact(JsonNode o) {
    return place(o).equals("exact");
  }

  private static boolean wrong(JsonNode o) {
    return !exact(o) && !place(o).equals("abstained");
  }

  /**
   * The scorer looks for a name in the stripped file, where an inherited logger that only the statement used is none: what is written with
   * the older statement's own logger and arguments, in its own place, names what exists.
   */
  private static boolean unbound(JsonNode o) {
    return flagged(o)
        && !(exact(o) && o.path("logger").asBoolean() && o.path("args").asBoolean());
  }

  private static boolean flagged(JsonNode o) {
    return o.path("unbound").asBoolean();
  }

  private static boolean full(JsonNode o) {
    boolean args = o.path("args").asBoolean() || !o.path("argsEligible").asBoolean();
    return exact(o) && o.path("logger").asBoolean() && args;
  }
}
