package dev.flor.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes. A dry one forgets the contents of arrays: it only looks. */
final class Output {
  private static final int LEAST = 256;

  private final boolean dry;
  private byte[] bytes;
  private int size;
  private long skipped;

  private Output(byte[] bytes, boolean dry) {
    this.bytes = bytes;
    this.dry = dry;
  }

  /** An output that only looks. */
  static Output dry() {
    return new Output(new byte[LEAST], true);
  }

  /** An output into this array, for as long as that is large enough. */
  static Output into(byte[] bytes) {
    return new Output(bytes, false);
  }

  /** How many bytes there would be if this were no dry one. */
  long wholeSize() {
    return size + skipped;
  }

  int size() {
    return size;
  }

  void u8(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void fixed32(int value) {
    room(4);
    set32(size, value);
    size += 4;
  }

  /** Overwrites four bytes that were written before. */
  void set32(int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  void fixed64(long value) {
    room(8);
    int at = size;
    for (int i = 0; i < 8; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
    size = at + 8;
  }

  void utf8(String text) {
    raw(text.getBytes(StandardCharsets.UTF_8));
  }

  void raw(byte[] more) {
    varint(more.length);
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Room for the contents of an array, to be filled by the caller; null when only looking. */
  ByteBuffer bulk(int length, int width) {
    if (dry) {
      skipped += (long) length * width;
      return null;
    }
    int total = Math.multiplyExact(length, width);
    room(total);
    ByteBuffer room = ByteBuffer.wrap(bytes, size, total).slice().order(ByteOrder.LITTLE_ENDIAN);
    size += total;
    return room;
  }

  /** A copy of what was written. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  Snapshot snapshot(Spares spares) {
    return new Snapshot(bytes, size, spares);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      long doubled = Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, Math.addExact(size, more)));
    }
  }
}
