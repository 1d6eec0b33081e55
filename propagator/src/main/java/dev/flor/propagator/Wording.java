package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that a statement logs: its string literals, placeholders and signs aside. */
final class Wording {
  private static final double ALIKE = 0.7;
  private static final int TELLING = 3;
  private static final int LONG_WORD = 5;
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\d*}|%[-+#0-9.,]*[a-zA-Z%]|\\\\[nt]");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Wording() {}

  static List<String> words(Node statement) {
    String bare = bare(String.join(" ", Loggers.messages(statement)));
    return bare.isEmpty() ? List.of() : Stream.of(bare.split(" ")).toList();
  }

  /** The words of a message, with a space between each two: without placeholders and signs. */
  static String bare(String message) {
    return message.isEmpty() ? "" : wordsOf(PLACEHOLDER.matcher(message).replaceAll(" "));
  }

  /** The words of a text, with a space between each two. */
  static String wordsOf(String text) {
    return SIGNS.matcher(text).replaceAll(" ").strip();
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
    if (one.size() == other.size() && sameButForLetters(one, other)) {
      return true;
    }
    List<String> less = one.size() <= other.size() ? one : other;
    List<String> more = one.size() <= other.size() ? other : one;
    boolean longer = telling(less) && more.subList(0, less.size()).equals(less);
    boolean extended = longer || (more.size() <= 2 * less.size() && within(less, more));
    return extended || (telling(less) && Tokens.similarity(one, other) >= ALIKE);
  }

  /** Whether no word differs by more than a letter: what was misspelt in one of the versions. */
  private static boolean sameButForLetters(List<String> one, List<String> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).equals(other.get(i)) && !misspelt(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether two long words are the same but for one letter more, less or changed, or for upper case. */
  private static boolean misspelt(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return true;
    }
    int shorter = Math.min(one.length(), other.length());
    int same = 0;
    while (same < shorter && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < shorter - same
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return shorter >= LONG_WORD && Math.max(one.length(), other.length()) - same - end <= 1;
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
