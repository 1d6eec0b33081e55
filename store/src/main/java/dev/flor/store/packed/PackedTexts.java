package dev.flor.store.packed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Texts: their lengths, and their UTF-8 in one piece, deflated where that makes it shorter. */
final class PackedTexts {
  private static final int WORTH_IT = 256;

  private PackedTexts() {}

  static void write(ByteSink out, List<String> texts) {
    ByteSink joined = new ByteSink();
    LongList lengths = new LongList();
    for (String text : texts) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      lengths.add(utf8.length);
      joined.raw(utf8, utf8.length);
    }
    PackedLongs.write(out, lengths);
    byte[] plain = joined.bytes();
    byte[] deflated = new byte[plain.length];
    int length = plain.length < WORTH_IT ? 0 : deflate(plain, deflated);
    boolean shorter = length > 0 && length < plain.length;
    out.varint(plain.length).varint(shorter ? length : 0);
    out.raw(shorter ? deflated : plain, shorter ? length : plain.length);
  }

  private static int deflate(byte[] plain, byte[] deflated) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(plain);
      deflater.finish();
      int length = deflater.deflate(deflated);
      return deflater.finished() ? length : 0;
    } finally {
      deflater.end();
    }
  }

  static List<String> read(ByteSource in, int n) {
    long[] lengths = PackedLongs.read(in, n);
    int plainLength = in.count();
    int deflatedLength = in.count();
    byte[] plain = deflatedLength == 0
        ? in.raw(plainLength)
        : inflate(in.raw(deflatedLength), new byte[plainLength]);
    List<String> texts = new ArrayList<>(n);
    int at = 0;
    for (long length : lengths) {
      texts.add(new String(plain, at, (int) length, StandardCharsets.UTF_8));
      at += (int) length;
    }
    return texts;
  }

  private static byte[] inflate(byte[] deflated, byte[] plain) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      int length = inflater.inflate(plain);
      if (length != plain.length) {
        throw new IllegalStateException(length + " bytes of text, not " + plain.length);
      }
      return plain;
    } catch (DataFormatException e) {
      throw new IllegalStateException("texts that cannot be inflated", e);
    } finally {
      inflater.end();
    }
  }
}
