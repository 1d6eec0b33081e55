package dev.flor.differ;

import java.util.Arrays;

/** Where the lines of a text start. A line ends at CR, LF or CRLF, as in the language. */
final class Lines {
  private final int[] starts;

  private Lines(int[] starts) {
    this.starts = starts;
  }

  static Lines of(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int at = 0; at < text.length(); at++) {
      if (endsLine(text, at)) {
        starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
        starts[count++] = at + 1;
      }
    }
    return new Lines(Arrays.copyOf(starts, count));
  }

  private static boolean endsLine(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n'));
  }

  int count() {
    return starts.length;
  }

  /** The 1-based line of an offset. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Offset of the first char of a 1-based line; of the text's nearest line when there is no such line. */
  int start(int line) {
    return starts[Math.max(0, Math.min(starts.length, line) - 1)];
  }
}
