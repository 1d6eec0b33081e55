package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.flor.differ.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** How a file is laid out: its line ends and its indentation. */
final class Layout {
  private static final String USUAL = "    ";

  private final String text;
  private final String like;
  private final String lineEnd;
  private Optional<String> unit = Optional.empty();

  private Layout(String text, String like) {
    this.text = text;
    this.like = like;
    this.lineEnd = lineEnd(text);
  }

  /** Tells how a text is laid out; where it shows no indentation, as a like text does. */
  static Layout of(String text, String like) {
    return new Layout(text, like);
  }

  String lineEnd() {
    return lineEnd;
  }

  /** One step of indentation. All of the text is looked at for it, and few ask. */
  String unit() {
    if (unit.isEmpty()) {
      unit = Stream.of(text, like)
          .map(Layout::indentUnit)
          .filter(u -> !u.isEmpty())
          .findFirst();
    }
    return unit.orElse(USUAL);
  }

  private static String lineEnd(String text) {
    int at = Tokens.lineEnd(text, 0);
    return at < text.length() ? lineEndAt(text, at) : "\n";
  }

  private static String lineEndAt(String text, int at) {
    return text.startsWith("\r\n", at) ? "\r\n" : text.substring(at, at + 1);
  }

  /** Whether not all lines end alike. */
  static boolean hasMixedLineEnds(String text) {
    String first = lineEnd(text);
    for (int at = Tokens.lineEnd(text, 0);
        at < text.length();
        at = Tokens.lineEnd(text, at + first.length())) {
      if (!lineEndAt(text, at).equals(first)) {
        return true;
      }
    }
    return false;
  }

  /** What is inserted at an offset of a text, with the line ends of the line there; of the line before, if that is the last. */
  static String likeLineAt(String text, int offset, String inserted) {
    int at = Tokens.lineEnd(text, offset);
    if (at >= text.length()) {
      at = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
      at = at > 0 && text.startsWith("\r\n", at - 1) ? at - 1 : at;
    }
    return at < 0
        ? inserted
        : inserted.replaceAll("\\R", Matcher.quoteReplacement(lineEndAt(text, at)));
  }

  /** A tab if any line begins with one, else the smallest step from a line to a deeper one below it; empty if there is none. */
  private static String indentUnit(String text) {
    int step = 0;
    int last = 0;
    for (int start = 0; start < text.length(); start = Tokens.lineEnd(text, start) + 1) {
      if (text.charAt(start) == '\t') {
        return "\t";
      }
      int at = start;
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      if (at < text.length() && !isLineEnd(text.charAt(at)) && text.charAt(at) != '*') {
        int width = at - start;
        step = width > last && (step == 0 || width - last < step) ? width - last : step;
        last = width;
      }
    }
    return " ".repeat(step > 8 ? 4 : step);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) && !isLineEnd(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** The white space that the line of an offset begins with. */
  String indentAt(int offset) {
    int start = lineStart(offset);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  int lineStart(int offset) {
    int start = Math.min(offset, text.length());
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return start > 0 || text.isEmpty() || text.charAt(0) != '\uFEFF' ? start : 1;
  }

  /** Whether only white space and comments stand between the start of the line and the offset. */
  boolean opensLine(int offset) {
    return Tokens.skipBlank(text, lineStart(offset), offset) == offset;
  }

  /** The end of the line if nothing but blanks and comments follows on it, else -1. */
  int restOfLine(int offset) {
    int end = Tokens.lineEnd(text, offset);
    int at = offset;
    while (at < end) {
      if (!Character.isWhitespace(text.charAt(at))
          && !text.startsWith("//", at)
          && !text.startsWith("/*", at)) {
        return -1;
      }
      at = Tokens.end(text, at);
    }
    return at > end ? -1 : end;
  }

  /** A piece of another file, its first line without indentation, as it is to look behind {@code indent} here. */
  String fit(Piece.Source source, String indent) {
    Layout from = new Layout(source.unit().text(), "");
    String base = from.indentAt(source.start());
    List<String> fitted = new ArrayList<>();
    int number = 0;
    for (String line : source.text().split("\\R", -1)) {
      boolean verbatim = number == 0 || insideTextBlock(source, number);
      fitted.add(
          verbatim
              ? line
              : line.isBlank() ? "" : indent + converted(stripped(line, base), from.unit()));
      number++;
    }
    return String.join(lineEnd, fitted);
  }

  private static String stripped(String line, String base) {
    return line.startsWith(base) ? line.substring(base.length()) : line.stripLeading();
  }

  /** Indentation in the steps of another file, in steps of this one. */
  private String converted(String line, String from) {
    if (from.equals(unit())) {
      return line;
    }
    String rest = line;
    StringBuilder indent = new StringBuilder();
    while (rest.startsWith(from)) {
      indent.append(unit());
      rest = rest.substring(from.length());
    }
    return indent + rest;
  }

  private static boolean insideTextBlock(Piece.Source source, int number) {
    if (!source.text().contains("\"\"\"")) {
      return false;
    }
    int line = source.unit().tree().line(source.start()) + number;
    for (Node block : source.unit().tree().unit().findAll(TextBlockLiteralExpr.class)) {
      Span span = source.unit().span(block);
      if (source.unit().tree().line(span.start()) < line
          && line <= source.unit().tree().line(span.end() - 1)) {
        return true;
      }
    }
    return false;
  }
}
