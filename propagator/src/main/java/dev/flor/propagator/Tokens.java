package dev.flor.propagator;

import dev.flor.differ.Identifiers;
import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.lang.model.SourceVersion;

/** Java text as a list of words and signs, white space and comments aside. */
final class Tokens {
  private Tokens() {}

  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at + 1;
      if (!Identifiers.isWhite(text.charAt(at))) {
        end = end(text, at);
        if (!blank(text, at)) {
          tokens.add(text.substring(at, end));
        }
      }
      at = end;
    }
    return tokens;
  }

  /** Share of the tokens that two texts have in common, from 0 to 1; 1 if both are empty. */
  static double similarity(List<String> one, List<String> other) {
    return common(one, other, token -> 1);
  }

  /** The same by what the tokens tell: names count most, keywords and numbers half, signs a quarter. */
  static double likeness(List<String> one, List<String> other) {
    return common(one, other, Tokens::weight);
  }

  private static double common(
      List<String> one, List<String> other, ToDoubleFunction<String> weight) {
    if (one.equals(other)) {
      return 1;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    double all = 0;
    for (String token : one) {
      counts.merge(token, 1, Integer::sum);
      all += weight.applyAsDouble(token);
    }
    double common = 0;
    for (String token : other) {
      double weighs = weight.applyAsDouble(token);
      all += weighs;
      common += counts.merge(token, -1, Integer::sum) >= 0 ? weighs : 0;
    }
    return 2 * common / all;
  }

  private static double weight(String token) {
    char first = token.charAt(0);
    if (Character.isDigit(first) || isKeyword(token)) {
      return 0.5;
    }
    return Character.isJavaIdentifierStart(first) || first == '"' || first == '\'' ? 1 : 0.25;
  }

  /** Whether two pieces of text are the same but for white space and comments. */
  static boolean same(String one, Span in, String other, Span inOther) {
    int i = skipBlank(one, in.start(), in.end());
    int j = skipBlank(other, inOther.start(), inOther.end());
    while (i < in.end() && j < inOther.end()) {
      int length = end(one, i) - i;
      if (length != end(other, j) - j || !one.regionMatches(i, other, j, length)) {
        return false;
      }
      i = skipBlank(one, i + length, in.end());
      j = skipBlank(other, j + length, inOther.end());
    }
    return i >= in.end() && j >= inOther.end();
  }

  /** Offset of the first char from {@code at} on that is neither white space nor comment, at most {@code end}. */
  static int skipBlank(String text, int at, int end) {
    int i = at;
    while (i < end && blank(text, i)) {
      i = end(text, i);
    }
    return Math.min(i, end);
  }

  private static boolean blank(String text, int at) {
    char c = text.charAt(at);
    return Identifiers.isWhite(c)
        || (c == '/' && (text.startsWith("//", at) || text.startsWith("/*", at)));
  }

  /** Where the token, comment or run of white space that begins at an offset ends. */
  static int end(String text, int at) {
    char c = text.charAt(at);
    if (Identifiers.isPart(c)) {
      return word(text, at);
    }
    if (c == '"' || c == '\'') {
      return text.startsWith("\"\"\"", at) ? after(text, "\"\"\"", at + 3) : quoted(text, at, c);
    }
    if (c == '/' && text.startsWith("//", at)) {
      return lineEnd(text, at);
    }
    if (c == '/' && text.startsWith("/*", at)) {
      return after(text, "*/", at + 2);
    }
    return at + 1;
  }

  static int lineEnd(String text, int at) {
    int i = at;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static int word(String text, int at) {
    int i = at;
    while (i < text.length() && Identifiers.isPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int after(String text, String close, int from) {
    int found = text.indexOf(close, from);
    return found < 0 ? text.length() : found + close.length();
  }

  private static int quoted(String text, int at, char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote || text.charAt(i) == '\n') {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Whether it is a word of the language rather than a name. */
  static boolean isKeyword(String word) {
    return SourceVersion.isKeyword(word) || word.equals("var") || word.equals("yield");
  }
}
