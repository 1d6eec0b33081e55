package dev.flor.differ;

import java.util.ArrayList;
import java.util.List;

/** Steps through the tokens of a Java text; notes the comments between them. */
final class Lexer {
  private final String text;
  private final List<Span> comments = new ArrayList<>();
  private int start;
  private int end;

  Lexer(String text) {
    this.text = text;
  }

  /** Goes to the next token; false at the end of the text. */
  boolean next() {
    int at = end;
    int length = text.length();
    while (at < length) {
      char c = text.charAt(at);
      if (Identifiers.isWhite(c) || c == '\uFEFF') {
        at++;
      } else if (c == '/' && text.startsWith("//", at)) {
        at = comment(at, lineEnd(at));
      } else if (c == '/' && text.startsWith("/*", at)) {
        at = comment(at, after("*/", at + 2));
      } else {
        start = at;
        end = tokenEnd(c, at);
        return true;
      }
    }
    start = length;
    end = length;
    return false;
  }

  Lexer copy() {
    Lexer copy = new Lexer(text);
    copy.to(this);
    return copy;
  }

  void to(Lexer other) {
    start = other.start;
    end = other.end;
  }

  /** All comments passed so far, to be cleared by whoever does not want them. */
  List<Span> comments() {
    return comments;
  }

  private int comment(int from, int to) {
    comments.add(new Span(from, to));
    return to;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The first char of the token, which is all of it for a sign. */
  char first() {
    return start < text.length() ? text.charAt(start) : '\0';
  }

  boolean is(String token) {
    return end - start == token.length() && text.startsWith(token, start);
  }

  boolean isWord() {
    return Character.isJavaIdentifierStart(first());
  }

  String token() {
    return text.substring(start, end);
  }

  private int tokenEnd(char c, int at) {
    if (c == '"') {
      return text.startsWith("\"\"\"", at) ? textBlock(at + 3) : quoted(at, c);
    }
    if (c == '\'') {
      return quoted(at, c);
    }
    int i = at;
    while (i < text.length() && Identifiers.isPart(text.charAt(i))) {
      i++;
    }
    return Math.max(i, at + 1);
  }

  private int textBlock(int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith("\"\"\"", i)) {
        return i + 3;
      }
    }
    return text.length();
  }

  /** A literal that is not closed ends with its line. */
  private int quoted(int at, char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      } else if (c == '\n' || c == '\r') {
        return i;
      }
    }
    return text.length();
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int after(String close, int from) {
    int found = text.indexOf(close, from);
    return found < 0 ? text.length() : found + close.length();
  }
}
