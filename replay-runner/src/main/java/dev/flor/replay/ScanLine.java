package dev.flor.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What was found in one content, as a line of text: a checksum, the id of the content, then name, line and text of each statement.
 *
 * @param content the id that git gives the content
 * @param found its named log statements, by line
 */
record ScanLine(String content, List<Found> found) {
  /** What is searched for; another number where a later flor finds other statements. */
  private static final String KIND = "flor-1";

  /**
   * A log statement.
   *
   * @param name what it logs
   * @param line 1-based
   * @param text its source
   */
  record Found(String name, int line, String text) {}

  /** The line, with its end. */
  String encoded() {
    StringBuilder line = new StringBuilder(KIND).append('\t').append(content);
    for (Found one : found) {
      line.append('\t').append(escaped(one.name()));
      line.append('\t').append(one.line());
      line.append('\t').append(escaped(one.text()));
    }
    return checksum(line.toString()) + '\t' + line + '\n';
  }

  /** What a line without its end says; empty if it is not whole, or of another kind. */
  static Optional<ScanLine> decoded(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length < 3
        || parts.length % 3 != 0
        || !parts[1].equals(KIND)
        || !checksum(line.substring(parts[0].length() + 1)).equals(parts[0])) {
      return Optional.empty();
    }
    List<Found> found = new ArrayList<>();
    for (int i = 3; i < parts.length; i += 3) {
      found.add(
          new Found(unescaped(parts[i]), Integer.parseInt(parts[i + 1]), unescaped(parts[i + 2])));
    }
    return Optional.of(new ScanLine(parts[2], List.copyOf(found)));
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == '\\') {
        i++;
        plain.append(
            switch (text.charAt(i)) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> text.charAt(i);
            });
      } else {
        plain.append(at);
      }
    }
    return plain.toString();
  }
}
