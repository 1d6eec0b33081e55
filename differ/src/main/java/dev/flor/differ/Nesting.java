package dev.flor.differ;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deep a text nests, told from its brackets alone, before anything is parsed: the parser recurses for each bracket, and looks
 * ahead over what stands in braces within an expression once more for each pair of braces around it, so that its time doubles with each.
 */
final class Nesting {
  private static final int BRACKETS = 800;
  private static final int BODIES_IN_EXPRESSIONS = 10;

  /** Open brackets, outermost last: {@code b} for a body in an expression, {@code n} for what stands behind {@code new T}. */
  private final Deque<Character> open = new ArrayDeque<>();

  private final String text;
  private int bodies;
  private boolean creating;
  private char last = ' ';

  private Nesting(String text) {
    this.text = text;
  }

  /** Whether the parser is better not asked. */
  static boolean tooDeep(String text) {
    Nesting nesting = new Nesting(text);
    int at = 0;
    while (at < text.length()) {
      at = nesting.step(at);
      if (nesting.open.size() > BRACKETS || nesting.bodies > BODIES_IN_EXPRESSIONS) {
        return true;
      }
    }
    return false;
  }

  private int step(int at) {
    char c = text.charAt(at);
    if (Identifiers.isWhite(c)) {
      return at + 1;
    }
    if (text.startsWith("//", at)) {
      return lineEnd(at);
    }
    if (text.startsWith("/*", at)) {
      return after("*/", at + 2);
    }
    if (Identifiers.isPart(c)) {
      return word(at);
    }
    if (c == '"' || c == '\'') {
      last = c;
      return text.startsWith("\"\"\"", at) ? after("\"\"\"", at + 3) : quoted(at);
    }
    sign(c, at);
    return at + 1;
  }

  private void sign(char c, int at) {
    if (c == '(' || c == '[' || c == '{') {
      boolean body = c == '{' && (last == 'n' || last == '>');
      open.push(body ? 'b' : c == '(' && creating ? 'n' : c);
      bodies += body ? 1 : 0;
      last = c;
    } else if (c == ')' || c == ']' || c == '}') {
      char opened = open.isEmpty() ? c : open.pop();
      bodies -= opened == 'b' ? 1 : 0;
      last = opened == 'n' ? 'n' : c;
    } else {
      last = c == '>' && at > 0 && text.charAt(at - 1) != '-' ? ' ' : c;
    }
    creating &= c == '.' || c == '<' || c == '>' || c == ',' || c == '?' || c == '&';
  }

  private int word(int at) {
    int end = at;
    while (end < text.length() && Identifiers.isPart(text.charAt(end))) {
      end++;
    }
    creating |= end - at == 3 && text.startsWith("new", at);
    last = ' ';
    return end;
  }

  private int lineEnd(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int after(String close, int from) {
    int found = text.indexOf(close, from);
    return found < 0 ? text.length() : found + close.length();
  }

  /** A string ends with its line at the latest. */
  private int quoted(int at) {
    int end = lineEnd(at);
    for (int i = at + 1; i < end; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(at)) {
        return i + 1;
      }
    }
    return end;
  }
}
