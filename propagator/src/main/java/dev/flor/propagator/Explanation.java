package dev.flor.propagator;

import com.github.javaparser.ast.expr.LambdaExpr;
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
    String within = headers.isEmpty() ? "" : " of " + head(headers.get(0), slot.unit());
    return String.format(
        Locale.ROOT, "after %s, before %s%s; %.2f", before, after, within, place.score());
  }

  /** What introduces a list of statements, as it is written. */
  static String head(Header header, Unit unit) {
    if (header.member() || header.owner() instanceof LambdaExpr) {
      return brief(String.join(" ", header.tokens()));
    }
    String role = header.role().equals("body") || header.role().equals("then") ? "" : header.role();
    String text = brief(unit.text(header.owner()));
    return role.isEmpty() || text.startsWith(role) ? text : role + " of " + text;
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
    String line = text.lines().findFirst().orElse("").strip().replaceFirst("\\s*\\{$", "");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }
}
