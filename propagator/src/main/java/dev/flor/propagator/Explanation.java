package dev.flor.propagator;

import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in one line why a slot was chosen. */
final class Explanation {
  private static final int LONGEST = 40;

  private Explanation() {}

  static String of(Ranked place, Pairing pairing) {
    Slot slot = place.slot();
    String before = neighbour(slot, slot.before(), pairing, "at the start");
    String after = neighbour(slot, slot.after(), pairing, "at the end");
    List<Header> headers = Header.around(slot.unit(), slot.list());
    String within = headers.isEmpty() ? "" : " of " + brief(head(headers.get(0)));
    return String.format(
        Locale.ROOT, "after %s, before %s%s; %.2f", before, after, within, place.score());
  }

  private static String head(Header header) {
    return header.role().equals("body") || header.tokens().isEmpty()
        ? String.join(" ", header.tokens())
        : header.role() + " " + String.join(" ", header.tokens());
  }

  private static String neighbour(
      Slot slot, Optional<Statement> statement, Pairing pairing, String edge) {
    return statement
        .map(s -> "`" + brief(slot.unit().text(s)) + "`"
            + pairing.latest(s).map(l -> " (aligned)").orElse(""))
        .orElse(edge);
  }

  /** The first line, cut short. */
  static String brief(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }
}
