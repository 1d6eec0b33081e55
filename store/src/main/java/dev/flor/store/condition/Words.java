package dev.flor.store.condition;

import dev.flor.store.model.QueryRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a condition or an order: names, numbers, texts, signs. */
final class Words {
  /** What a word is. */
  enum Kind {
    NAME,
    QUOTED_NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  /** @param text a name or text without its quotes */
  record Word(Kind kind, String text) {
    /** Whether it is this keyword, in any case, or this sign. */
    boolean is(String wanted) {
      boolean able = kind == Kind.NAME || kind == Kind.SIGN;
      return able && text.toUpperCase(Locale.ROOT).equals(wanted);
    }
  }

  private static final String SIGNS = "<>=!(),";
  private static final String IN_NAMES = "_.-+/:@#%$";

  private final String source;
  private final String what;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private int next;

  /** @param what what the text is, for messages */
  Words(String source, String what) {
    this.source = source;
    this.what = what;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'' || c == '"') {
        words.add(quoted(c));
      } else if (SIGNS.indexOf(c) >= 0) {
        words.add(sign());
      } else {
        words.add(plain());
      }
    }
    words.add(new Word(Kind.END, "the end"));
  }

  private Word quoted(char quote) {
    StringBuilder text = new StringBuilder();
    for (at++; at < source.length(); at++) {
      if (source.charAt(at) == quote) {
        boolean doubled = at + 1 < source.length() && source.charAt(at + 1) == quote;
        if (!doubled) {
          at++;
          return new Word(quote == '"' ? Kind.QUOTED_NAME : Kind.TEXT, text.toString());
        }
        at++;
      }
      text.append(source.charAt(at));
    }
    throw wrong("a " + quote + " is not closed");
  }

  private Word sign() {
    int length = 1;
    for (String two : List.of("<=", ">=", "<>", "!=")) {
      length = source.startsWith(two, at) ? 2 : length;
    }
    at += length;
    return new Word(Kind.SIGN, source.substring(at - length, at));
  }

  private Word plain() {
    int start = at;
    while (at < source.length() && isInName(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    if (at == start) {
      throw wrong("'" + Character.toString(source.codePointAt(at)) + "' has no meaning there");
    }
    String text = source.substring(start, at);
    boolean number =
        text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|[-+]?(NaN|Infinity)");
    return new Word(number ? Kind.NUMBER : Kind.NAME, text);
  }

  private static boolean isInName(int c) {
    return Character.isLetterOrDigit(c) || IN_NAMES.indexOf(c) >= 0;
  }

  Word peek() {
    return words.get(next);
  }

  Word take() {
    Word word = words.get(next);
    next += word.kind() == Kind.END ? 0 : 1;
    return word;
  }

  /** Takes the next word when it is this keyword or sign. */
  boolean takes(String wanted) {
    boolean is = peek().is(wanted);
    next += is ? 1 : 0;
    return is;
  }

  void expect(String wanted) {
    if (!takes(wanted)) {
      throw wrong("'" + peek().text() + "' stands where " + wanted + " should");
    }
  }

  QueryRefusedException wrong(String message) {
    return new QueryRefusedException(
        what + " " + shortened(source) + ": " + message,
        "write it like: lr < 0.01 and \"a name\" is not null or kind in ('a', 'b')");
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return "'" + (line.length() > 100 ? line.substring(0, 100) + "..." : line) + "'";
  }
}
