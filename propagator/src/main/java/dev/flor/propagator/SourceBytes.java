package dev.flor.propagator;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a source file as text, and back. Bytes that are not UTF-8 are read as ISO 8859-1, in which each is a character, so that what
 * is written back has the same bytes.
 */
public final class SourceBytes {
  private static final char LAST = '\u00ff';

  private SourceBytes() {}

  /** The text, with everything in it. */
  public static String text(byte[] bytes) {
    return new String(bytes, charset(bytes));
  }

  /** A text in the encoding of the file as it was; characters that this encoding has not are written as Java escapes them. */
  public static byte[] encoded(String text, byte[] before) {
    Charset charset = charset(before);
    return (charset.equals(StandardCharsets.UTF_8) ? text : escaped(text)).getBytes(charset);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c <= LAST) {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\u%04x", (int) c));
      }
    }
    return escaped.toString();
  }

  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException notUtf8) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
