package dev.flor.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lays out one record after another in the same array: length, body, checksum. */
final class RecordBuffer {
  /** Room for the length, which is known last and stands first. */
  private static final int FRONT = 5;

  private byte[] bytes = new byte[512];
  private int start;
  private int end;

  RecordBuffer begin(int tag) {
    end = FRONT;
    return u8(tag);
  }

  RecordBuffer u8(int value) {
    ensure(1);
    bytes[end++] = (byte) value;
    return this;
  }

  RecordBuffer varint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[end++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[end++] = (byte) rest;
    return this;
  }

  /** How many bytes a varint of up to 28 bits takes. */
  static int varintSize(long value) {
    int few = value < 1 << 7 ? 1 : 2;
    return value < 1 << 14 ? few : value < 1 << 21 ? 3 : 4;
  }

  /** The bytes of a varint that takes so many, four at most, in a word. */
  static long varintBytes(long value, int size) {
    long sevens = (value & 0x7F)
        | ((value & 0x3F80) << 1)
        | ((value & 0x1F_C000) << 2)
        | ((value & 0xFE0_0000) << 3);
    int all = 0x80_8080;
    return sevens | (all & ((1 << (8 * (size - 1))) - 1));
  }

  RecordBuffer zigzag(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  RecordBuffer fixed64(long value) {
    ensure(8);
    end = little(bytes, end, value, 8);
    return this;
  }

  RecordBuffer utf8(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    varint(encoded.length);
    return raw(encoded);
  }

  RecordBuffer raw(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, end, more.length);
    end += more.length;
    return this;
  }

  /** Not by a switch: its table is a class of its own, and would be loaded. */
  RecordBuffer value(Value value) {
    Value.Type type = value.type();
    if (type == Value.Type.LONG) {
      return u8(Tag.LONG).zigzag(value.asLong());
    }
    if (type == Value.Type.DOUBLE) {
      return u8(Tag.DOUBLE).fixed64(Double.doubleToRawLongBits(value.asDouble()));
    }
    if (type == Value.Type.BOOLEAN) {
      return u8(value.asBoolean() ? Tag.TRUE : Tag.FALSE);
    }
    return u8(type == Value.Type.STRING ? Tag.STRING : Tag.JSON).utf8(value.text());
  }

  /** Completes the record: it is {@code bytes()[start(), end())}. */
  void finish() {
    int length = end - FRONT;
    int size = 1;
    for (int rest = length >>> 7; rest != 0; rest >>>= 7) {
      size++;
    }
    start = FRONT - size;
    int at = start;
    for (int rest = length; at < FRONT; rest >>>= 7) {
      bytes[at] = (byte) (at < FRONT - 1 ? rest | 0x80 : rest);
      at++;
    }
    ensure(Tag.CHECKSUM);
    end = little(bytes, end, Checksum.of(bytes, start, end), Tag.CHECKSUM);
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Forgets an array that one very long text made large. */
  void trim() {
    if (bytes.length > 1 << 20) {
      bytes = new byte[512];
    }
  }

  private static int little(byte[] to, int at, long value, int size) {
    for (int i = 0; i < size; i++) {
      to[at + i] = (byte) (value >>> (8 * i));
    }
    return at + size;
  }

  private void ensure(int more) {
    if (bytes.length - end < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(end, more)));
    }
  }
}
