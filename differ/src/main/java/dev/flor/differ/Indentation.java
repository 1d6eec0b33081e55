package dev.flor.differ;

import com.github.javaparser.Position;

/**
 * The white space that lines begin with. The parser makes a token, with two positions, of each blank, and a third of the tokens of most
 * files are these: it is given the text without them, and what it says of columns is put right here. Text blocks keep theirs, and so the
 * whole text that has any.
 */
final class Indentation {
  private static final int[] NONE = {};

  private final String rest;
  private final int[] widths;

  private Indentation(String rest, int[] widths) {
    this.rest = rest;
    this.widths = widths;
  }

  static Indentation of(String text) {
    if (text.contains("\"\"\"")) {
      return new Indentation(text, NONE);
    }
    Lines lines = Lines.of(text);
    int[] widths = new int[lines.count()];
    StringBuilder rest = new StringBuilder(text.length());
    for (int i = 0; i < widths.length; i++) {
      int start = lines.start(i + 1);
      int end = i + 1 < widths.length ? lines.start(i + 2) : text.length();
      int at = start;
      while (at < end && isBlank(text.charAt(at))) {
        at++;
      }
      widths[i] = at - start;
      rest.append(text, at, end);
    }
    return new Indentation(rest.toString(), widths);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** The text without it, line for line. */
  String rest() {
    return rest;
  }

  /** The 1-based column in the text, a tab being one, of a position in {@link #rest}. */
  int column(Position position) {
    int line = position.line - 1;
    return position.column + (0 <= line && line < widths.length ? widths[line] : 0);
  }
}
