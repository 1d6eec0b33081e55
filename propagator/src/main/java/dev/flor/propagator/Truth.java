package dev.flor.propagator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One way of writing that something is so, or not, of the several that there are. */
final class Truth {
  private static final Set<String> JOINS = Set.of("&", "|", "?");

  private Truth() {}

  /** The condition with {@code x == false} as {@code !x}, and the like; only where that is all of it. */
  static List<String> normal(List<String> condition) {
    int end = condition.size() - 3;
    if (end < 1 || condition.stream().anyMatch(JOINS::contains)) {
      return condition;
    }
    String last = condition.get(end + 2);
    String sign = condition.get(end);
    boolean compared = condition.get(end + 1).equals("=") && (sign.equals("=") || sign.equals("!"));
    if (!compared || !(last.equals("true") || last.equals("false"))) {
      return condition;
    }
    List<String> asked = condition.subList(0, end);
    if (last.equals("true") == sign.equals("=")) {
      return asked;
    }
    boolean whole = asked.contains("instanceof");
    List<String> normal = new ArrayList<>(whole ? List.of("!", "(") : List.of("!"));
    normal.addAll(asked);
    normal.addAll(whole ? List.of(")") : List.of());
    return normal;
  }
}
