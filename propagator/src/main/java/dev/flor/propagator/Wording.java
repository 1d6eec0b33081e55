package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.List;
import java.util.stream.Stream;

/** The words that a statement logs: its string literals, placeholders and signs aside. */
final class Wording {
  private static final double ALIKE = 0.7;
  private static final int TELLING = 3;

  private Wording() {}

  static List<String> words(Node statement) {
    String text = String.join(
        " ",
        statement.findAll(StringLiteralExpr.class).stream()
            .map(StringLiteralExpr::asString)
            .toList());
    String bare = text.replaceAll("\\{\\d*}|%[-+#0-9.,]*[a-zA-Z%]|\\\\[nt]", " ")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
    return bare.isEmpty() ? List.of() : Stream.of(bare.split(" ")).toList();
  }

  /** Whether words are so many that hardly two statements of a method have the same. */
  static boolean telling(List<String> words) {
    return words.size() >= TELLING;
  }

  /** Whether the one is the other with something added, or with a word changed among many. */
  static boolean alike(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    List<String> less = one.size() <= other.size() ? one : other;
    List<String> more = one.size() <= other.size() ? other : one;
    boolean extended = more.size() <= 2 * less.size() && within(less, more);
    return extended || (telling(less) && Tokens.similarity(one, other) >= ALIKE);
  }

  /** Whether all words come in the other text, in their order. */
  private static boolean within(List<String> words, List<String> text) {
    int found = 0;
    for (String word : text) {
      if (found < words.size() && words.get(found).equals(word)) {
        found++;
      }
    }
    return found == words.size();
  }
}
