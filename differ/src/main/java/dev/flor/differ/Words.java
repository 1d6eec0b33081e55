package dev.flor.differ;

import java.util.Arrays;

/** The words of a Java text, found without parsing it: identifiers, keywords and literals, without comments and imports. */
final class Words {
  private static final long IMPORT = Hashes.of("import");
  private static final long PACKAGE = Hashes.of("package");

  private final String text;
  private int at;
  private long[] words = new long[64];
  private int count;

  private Words(String text) {
    this.text = text;
  }

  /** Hashes in the order of the text. */
  static long[] of(String text) {
    Words words = new Words(text);
    while (words.at < text.length()) {
      words.step();
    }
    return Arrays.copyOf(words.words, words.count);
  }

  /** Hashes of each word with the two before it, sorted: a bag that knows order. */
  static long[] phrases(long[] words) {
    long[] phrases = new long[Math.max(0, words.length - 2)];
    for (int i = 0; i < phrases.length; i++) {
      phrases[i] = Hashes.mix(Hashes.mix(words[i], words[i + 1]), words[i + 2]);
    }
    Arrays.sort(phrases);
    return phrases;
  }

  private void step() {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      at = endOf("\n", at + 2);
    } else if (text.startsWith("/*", at)) {
      at = endOf("*/", at + 2);
    } else if (text.startsWith("\"\"\"", at)) {
      take(endOf("\"\"\"", at + 3));
    } else if (c == '"' || c == '\'') {
      take(endOfLiteral(c));
    } else if (Identifiers.isPart(c)) {
      takeWord();
    } else {
      at++;
    }
  }

  private void takeWord() {
    int end = at;
    while (end < text.length() && Identifiers.isPart(text.charAt(end))) {
      end++;
    }
    take(end);
    if (words[count - 1] == IMPORT || words[count - 1] == PACKAGE) {
      count--;
      at = endOf(";", at);
    }
  }

  private void take(int end) {
    words = count == words.length ? Arrays.copyOf(words, 2 * count) : words;
    words[count++] = Hashes.of(text.substring(at, end));
    at = end;
  }

  private int endOf(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  /** A literal ends at its quote, or, being broken, at the end of the line. */
  private int endOfLiteral(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), end + 1);
  }
}
