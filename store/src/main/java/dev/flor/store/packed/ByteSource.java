package dev.flor.store.packed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are being read, as {@link ByteSink} wrote them. */
final class ByteSource {
  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes) {
    this(bytes, 0);
  }

  private ByteSource(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int u8() {
    return bytes[at++] & 0xFF;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  int count() {
    return Math.toIntExact(varint());
  }

  long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** The next bytes, for numbers to be read from any place among them, low byte first. */
  ByteBuffer littleEndian(int length) {
    at += length;
    return ByteBuffer.wrap(bytes, at - length, length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  byte[] raw(int length) {
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** Passes over the next section of both; says whether they are equal. */
  boolean takesSameSection(ByteSource other) {
    int length = count();
    int otherLength = other.count();
    boolean same = length == otherLength
        && Arrays.equals(bytes, at, at + length, other.bytes, other.at, other.at + otherLength);
    at += length;
    other.at += otherLength;
    return same;
  }

  /** Another source that begins where this one is. */
  ByteSource again() {
    return new ByteSource(bytes, at);
  }

  /** The section that comes next; this source is behind it then. */
  ByteSource section() {
    int length = count();
    ByteSource section = new ByteSource(bytes, at);
    at += length;
    return section;
  }
}
