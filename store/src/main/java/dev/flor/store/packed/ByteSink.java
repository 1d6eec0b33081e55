package dev.flor.store.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are being written: variable-length numbers, fixed ones, raw pieces. */
final class ByteSink {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[256];
  private int size;

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  ByteSink u8(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Seven bits a byte, the least significant first. */
  ByteSink varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** A signed number, small when it is near zero. */
  ByteSink zigzag(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  ByteSink fixed64(long value) {
    room(8);
    LONG.set(bytes, size, value);
    size += 8;
    return this;
  }

  ByteSink raw(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
    return this;
  }

  /** The bytes of another sink behind their number, so that a reader can pass over them. */
  ByteSink section(ByteSink piece) {
    return varint(piece.size).raw(piece.bytes, piece.size);
  }

  static int varintSize(long value) {
    return (63 - Long.numberOfLeadingZeros(value | 1)) / 7 + 1;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
