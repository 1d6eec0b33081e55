package dev.flor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads a JSON array of strings, and nothing else. */
final class JsonTexts {
  private static final int HEX = 16;

  private final String json;
  private int at;

  JsonTexts(String json) {
    this.json = json;
  }

  /** The strings; an IllegalArgumentException if it is no such array. */
  List<String> all() {
    List<String> texts = new ArrayList<>();
    expect('[');
    for (boolean first = true; peek() != ']'; first = false) {
      if (!first) {
        expect(',');
      }
      expect('"');
      texts.add(text());
    }
    expect(']');
    if (at != json.length()) {
      throw no();
    }
    return Collections.unmodifiableList(texts);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      text.append(c == '\\' ? escaped(next()) : c);
    }
    return text.toString();
  }

  private char escaped(char c) {
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'u':
        return unicode();
      case '"':
      case '\\':
      case '/':
        return c;
      default:
        throw no();
    }
  }

  private char unicode() {
    if (json.length() - at < 4) {
      throw no();
    }
    at += 4;
    return (char) Integer.parseInt(json.substring(at - 4, at), HEX);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw no();
    }
    at++;
  }

  /** The next character that is not blank; 0 at the end. */
  private char peek() {
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return at < json.length() ? json.charAt(at) : 0;
  }

  private char next() {
    if (at >= json.length()) {
      throw no();
    }
    return json.charAt(at++);
  }

  private IllegalArgumentException no() {
    return new IllegalArgumentException("no list of texts: " + json);
  }
}
