package dev.flor.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are being read, as {@link ByteSink} wrote them. */
final class ByteSource {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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

  long fixed64() {
    long value = (long) LONG.get(bytes, at);
    at += 8;
    return value;
  }

  byte[] raw(int length) {
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** The section that comes next; this source is behind it then. */
  ByteSource section() {
    int length = count();
    ByteSource section = new ByteSource(bytes, at);
    at += length;
    return section;
  }
}
