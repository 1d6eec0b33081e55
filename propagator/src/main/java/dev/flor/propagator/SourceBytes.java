package dev.flor.propagator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of a source file as text, and back, so that what is written back unchanged has the same bytes. A file is in the encoding that
 * its build declares, if it can be; else it is UTF-8; and bytes that are not are read as ISO 8859-1, in which each is a character.
 */
public final class SourceBytes {
  private static final char REPLACED = '\uFFFD';

  private SourceBytes() {}

  /** A text, and what it is written in. */
  private record Read(String text, Charset charset) {}

  /**
   * The text, with everything in it.
   *
   * @param declared the encoding of the file's build
   */
  public static String text(byte[] bytes, Optional<Charset> declared) {
    return read(bytes, declared).text();
  }

  /** A text in the encoding of the file as it was; characters that this encoding has not are written as Java escapes them. */
  public static byte[] encoded(String text, byte[] before, Optional<Charset> declared) {
    Charset charset = read(before, declared).charset();
    return (isIn(charset, text) ? text : escaped(text, charset)).getBytes(charset);
  }

  /** Whether a text can be written, and is read again as it is: an encoding may write several characters alike. */
  private static boolean isIn(Charset charset, String text) {
    return new String(text.getBytes(charset), charset).equals(text);
  }

  private static String escaped(String text, Charset charset) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(point -> {
      String character = Character.toString(point);
      if (isIn(charset, character)) {
        escaped.append(character);
      } else {
        character.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
      }
    });
    return escaped.toString();
  }

  private static Read read(byte[] bytes, Optional<Charset> declared) {
    return declared
        .filter(Charset::canEncode)
        .flatMap(charset -> readIn(charset, bytes))
        .or(() -> readIn(StandardCharsets.UTF_8, bytes))
        .orElseGet(() ->
            new Read(new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
  }

  /** Nothing where the bytes are no text in an encoding, or that text is not those bytes. */
  private static Optional<Read> readIn(Charset charset, byte[] bytes) {
    String text = new String(bytes, charset);
    // In UTF-8 what is no text becomes U+FFFD, and all else is written in one way only.
    boolean same = charset.equals(StandardCharsets.UTF_8) && text.indexOf(REPLACED) < 0;
    return same || Arrays.equals(text.getBytes(charset), bytes)
        ? Optional.of(new Read(text, charset))
        : Optional.empty();
  }
}
