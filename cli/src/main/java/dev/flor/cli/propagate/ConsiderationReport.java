package dev.flor.cli.propagate;

import dev.flor.cli.io.Json;
import dev.flor.propagator.Agreement;
import dev.flor.propagator.Consideration;
import dev.flor.propagator.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What {@code --explain} tells of one statement, as lines for people and as JSON. */
final class ConsiderationReport {
  /** From here on a piece of evidence is for a place, below it against it. */
  private static final double FOR = 0.5;

  private static final int SHOWN = 4;

  /** How the explanation of a statement begins that was carried through the versions in between. */
  private static final String THROUGH = "through ";

  private ConsiderationReport() {}

  static List<String> lines(Placement placement, Consideration considered) {
    List<String> lines = new ArrayList<>();
    if (placement instanceof Placement.Inserted in && in.explanation().startsWith(THROUGH)) {
      lines.add(in.explanation());
      lines.add("and when it was carried at once:");
    }
    for (Consideration.File file : considered.files()) {
      lines.add("in " + file.path() + ", " + because(file.reason()) + ":");
      file.standing().ifPresent(text -> lines.add("  is there already: " + text));
      for (Consideration.Place place : file.places()) {
        lines.add("  " + number(place.score()) + " at line " + place.line() + ", " + around(place));
        evidence(place, a -> a.agreement() >= FOR).ifPresent(l -> lines.add("       for: " + l));
        evidence(place, a -> a.agreement() < FOR).ifPresent(l -> lines.add("       against: " + l));
        place.obstacle().ifPresent(why -> lines.add("       but: " + why));
      }
      for (Consideration.Member member : file.members()) {
        lines.add("  " + number(member.score()) + " at best in " + member.name() + ", line "
            + member.line());
      }
      if (file.standing().isEmpty() && file.places().isEmpty() && file.members().isEmpty()) {
        lines.add("  " + nothing(file.reason()));
      }
    }
    if (considered.files().isEmpty()) {
      lines.add("no file resembles the one it stands in");
    }
    if (placement instanceof Placement.Inserted in) {
      in.renames().forEach((from, to) -> lines.add("called " + to + " there: " + from));
      in.carried().forEach(what -> lines.add("comes along: " + what + ", " + why(what)));
    }
    return lines;
  }

  static Map<String, Object> json(Consideration considered) {
    return Json.object(
        "files", considered.files().stream().map(ConsiderationReport::json).toList());
  }

  private static Map<String, Object> json(Consideration.File file) {
    Map<String, Object> entry = Json.object("file", file.path(), "because", id(file.reason()));
    file.standing().ifPresent(text -> entry.put("present", text));
    entry.put("places", file.places().stream().map(ConsiderationReport::json).toList());
    entry.put(
        "members",
        file.members().stream()
            .map(member -> Json.object(
                "member", member.name(), "line", member.line(), "score", member.score()))
            .toList());
    return entry;
  }

  private static Map<String, Object> json(Consideration.Place place) {
    Map<String, Object> entry =
        Json.object("line", place.line(), "score", place.score(), "within", place.within());
    place.after().ifPresent(text -> entry.put("after", text));
    place.before().ifPresent(text -> entry.put("before", text));
    entry.put(
        "evidence",
        place.evidence().stream()
            .map(a -> Json.object(
                "kind", a.kind(),
                "what", a.what(),
                "weight", a.weight(),
                "agreement", a.agreement()))
            .toList());
    place.obstacle().ifPresent(why -> entry.put("obstacle", why));
    return entry;
  }

  private static String around(Consideration.Place place) {
    return place.after().map(text -> "after `" + text + "`").orElse("at the start")
        + ", "
        + place.before().map(text -> "before `" + text + "`").orElse("at the end")
        + (place.within().isEmpty() ? "" : " of " + place.within());
  }

  private static Optional<String> evidence(Consideration.Place place, Predicate<Agreement> wanted) {
    List<Agreement> weightiest = place.evidence().stream()
        .filter(wanted)
        .sorted(Comparator.comparingDouble(a -> -a.weight()))
        .toList();
    String text = weightiest.stream()
        .limit(SHOWN)
        .map(ConsiderationReport::text)
        .collect(Collectors.joining(", "));
    int more = weightiest.size() - SHOWN;
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(more > 0 ? text + ", and " + more + " more" : text);
  }

  /** The word, what it is about, how far it agrees, and how much it weighs. */
  private static String text(Agreement agreement) {
    String word = agreement.kind().equals("header") ? "in" : agreement.kind();
    return String.format(
        Locale.ROOT,
        "%s `%s` %.2f of %.1f",
        word,
        agreement.what(),
        agreement.agreement() * agreement.weight(),
        agreement.weight());
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }

  private static String id(Consideration.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String because(Consideration.Reason reason) {
    return switch (reason) {
      case SAME_TEXT, SAME_PATH -> "which has the same path";
      case RENAMED -> "which was renamed since";
      case SIMILAR_NAME -> "which has a similar name";
      case SIMILAR_TEXT -> "which holds similar code";
    };
  }

  private static String nothing(Consideration.Reason reason) {
    return reason == Consideration.Reason.SAME_TEXT
        ? "the file is the same, byte for byte"
        : "nothing resembles the code around it";
  }

  private static String why(String carried) {
    if (carried.startsWith("import ")) {
      return "which the file lacks";
    }
    return carried.startsWith("logger ")
        ? "as the file has no logger"
        : "which it needs and the version lacks";
  }
}
