package dev.flor.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the fields of one record's body; a body that does not hold them is a bad record. */
final class RecordCursor {
  private byte[] bytes;
  private int at;
  private int end;

  /** Goes to another record; one cursor serves a whole journal. */
  RecordCursor over(byte[] within, int from, int to) {
    bytes = within;
    at = from;
    end = to;
    return this;
  }

  int u8() {
    need(1);
    return bytes[at++] & 0xFF;
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
    throw new BadRecord("a number does not end");
  }

  int integer() {
    long value = varint();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new BadRecord("a number is out of range");
    }
    return (int) value;
  }

  long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  long fixed64() {
    need(8);
    long value = 0;
    for (int i = 7; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    at += 8;
    return value;
  }

  long unsigned32() {
    need(4);
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = (value << 8) | (bytes[at + i] & 0xFF);
    }
    at += 4;
    return value;
  }

  /** Whether the body goes on: a later flor has written fields that an earlier one has not. */
  boolean hasMore() {
    return at < end;
  }

  String utf8() {
    int length = integer();
    need(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  byte[] raw(int length) {
    need(length);
    byte[] copy = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return copy;
  }

  Value value(int type) {
    switch (type) {
      case Tag.DOUBLE:
        return Value.of(Double.longBitsToDouble(fixed64()));
      case Tag.LONG:
        return Value.of(zigzag());
      case Tag.FALSE:
        return Value.of(false);
      case Tag.TRUE:
        return Value.of(true);
      case Tag.STRING:
        return Value.of(utf8());
      case Tag.JSON:
        return Value.ofJson(utf8());
      default:
        throw new BadRecord("unknown value type " + type);
    }
  }

  private void need(int more) {
    if (more > end - at) {
      throw new BadRecord("a record is shorter than its fields");
    }
  }

  /** A record whose checksum is right and whose fields are not: another writer's, or a bug. */
  static final class BadRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRecord(String message) {
      super(message);
    }
  }
}
