package dev.flor.checkpoint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link Output} wrote. What is not there is a BufferUnderflowException. */
final class Input {
  private final ByteBuffer bytes;

  Input(byte[] bytes) {
    this(ByteBuffer.wrap(bytes));
  }

  private Input(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  int u8() {
    return bytes.get() & 0xFF;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new BufferUnderflowException();
  }

  /** A count of things that take at least one byte each, so that no lie can ask for memory. */
  int count() {
    long value = varint();
    if (value < 0 || value > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    return (int) value;
  }

  int integer() {
    return Math.toIntExact(varint());
  }

  int fixed32() {
    return bytes.getInt();
  }

  long fixed64() {
    return bytes.getLong();
  }

  byte[] raw() {
    byte[] raw = new byte[count()];
    bytes.get(raw);
    return raw;
  }

  String utf8() {
    return new String(raw(), StandardCharsets.UTF_8);
  }

  /** Cuts off the next {@code length} bytes as an input of their own. */
  Input slice(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = bytes.slice();
    part.limit(length);
    bytes.position(bytes.position() + length);
    return new Input(part);
  }

  /** Cuts off all that is left, as an input of its own. */
  Input rest() {
    return slice(bytes.remaining());
  }

  /** A copy of all that is left. */
  byte[] allBytes() {
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    return all;
  }

  /** The same bytes from their beginning. */
  Input again() {
    ByteBuffer copy = bytes.duplicate();
    copy.rewind();
    return new Input(copy);
  }

  ByteBuffer bulk(int length, int width) {
    int total = Math.multiplyExact(length, width);
    if (total > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    part.limit(total);
    bytes.position(bytes.position() + total);
    return part;
  }
}
