package dev.flor.propagator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The opposite of a condition, as tokens. */
final class Negation {
  private static final Map<String, List<String>> OPPOSITES = Map.of(
      "= =", List.of("!", "="),
      "! =", List.of("=", "="),
      "< =", List.of(">"),
      "> =", List.of("<"));

  private Negation() {}

  /** Without its {@code !}; else with its first comparison turned; else with a {@code !}. */
  static List<String> of(List<String> condition) {
    if (!condition.isEmpty() && condition.get(0).equals("!")) {
      List<String> inner = condition.subList(1, condition.size());
      return parenthesised(inner) ? inner.subList(1, inner.size() - 1) : inner;
    }
    if (condition.contains("&") || condition.contains("|")) {
      return negated(condition);
    }
    for (int i = 0; i < condition.size(); i++) {
      List<String> opposite = opposite(condition, i);
      if (!opposite.isEmpty()) {
        boolean pair = i + 1 < condition.size()
            && OPPOSITES.containsKey(condition.get(i) + " " + condition.get(i + 1));
        List<String> turned = new ArrayList<>(condition.subList(0, i));
        turned.addAll(opposite);
        turned.addAll(condition.subList(i + (pair ? 2 : 1), condition.size()));
        return turned;
      }
    }
    return negated(condition);
  }

  private static List<String> opposite(List<String> condition, int i) {
    if (i + 1 < condition.size()) {
      List<String> ofPair =
          OPPOSITES.getOrDefault(condition.get(i) + " " + condition.get(i + 1), List.of());
      if (!ofPair.isEmpty()) {
        return ofPair;
      }
    }
    return switch (condition.get(i)) {
      case "<" -> List.of(">", "=");
      case ">" -> List.of("<", "=");
      default -> List.of();
    };
  }

  /** Whether the first parenthesis is closed by the last token. */
  private static boolean parenthesised(List<String> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
      if (depth == 0) {
        return i > 0 && i == tokens.size() - 1;
      }
    }
    return false;
  }

  private static List<String> negated(List<String> condition) {
    List<String> negated = new ArrayList<>(List.of("!"));
    negated.addAll(condition);
    return negated;
  }
}
