package dev.flor.propagator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One way of writing that something is empty, or not, of the several that there are. */
final class Emptiness {
  private static final Set<String> SIZES = Set.of("size", "length", "count");
  private static final List<String> CALL = List.of("(", ")");
  private static final List<List<String>> SOME =
      List.of(List.of(">", "0"), List.of("!", "=", "0"), List.of(">", "=", "1"));
  private static final List<List<String>> NONE =
      List.of(List.of("=", "=", "0"), List.of("<", "1"), List.of("<", "=", "0"));

  private Emptiness() {}

  /** The condition with {@code x.size() > 0} as {@code !x.isEmpty()}, and the like. */
  static List<String> normal(List<String> condition) {
    for (int i = 0; i + 3 < condition.size(); i++) {
      if (SIZES.contains(condition.get(i)) && condition.subList(i + 1, i + 3).equals(CALL)) {
        List<String> rest = condition.subList(i + 3, condition.size());
        List<String> head = condition.subList(0, i);
        int some = length(rest, SOME);
        int none = length(rest, NONE);
        if (some > 0 || none > 0) {
          List<String> normal = new ArrayList<>(head);
          normal.addAll(List.of("isEmpty", "(", ")"));
          normal.addAll(rest.subList(some + none, rest.size()));
          normal.addAll(some > 0 ? start(head) : 0, some > 0 ? List.of("!") : List.of());
          return normal;
        }
      }
    }
    return Collections.unmodifiableList(condition);
  }

  /** Where the expression that is asked begins: behind the last sign that joins or opens. */
  private static int start(List<String> head) {
    for (int i = head.size() - 1; i >= 0; i--) {
      if (Set.of("&", "|", "=").contains(head.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int length(List<String> rest, List<List<String>> endings) {
    return endings.stream()
        .filter(ending ->
            rest.size() >= ending.size() && rest.subList(0, ending.size()).equals(ending))
        .mapToInt(List::size)
        .findFirst()
        .orElse(0);
  }
}
