package dev.flor.cli.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Thrift's compact protocol, as far as the descriptions in a Parquet file need it. Fields go in ascending order. */
final class ThriftCompact {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  /** The bytes of one struct. */
  static byte[] bytes(Consumer<ThriftCompact> fields) {
    ThriftCompact thrift = new ThriftCompact();
    fields.accept(thrift);
    thrift.out.write(0);
    return thrift.out.toByteArray();
  }

  ThriftCompact i32(int id, int value) {
    field(id, I32);
    return zigzag(value);
  }

  ThriftCompact i64(int id, long value) {
    field(id, I64);
    return zigzag(value);
  }

  ThriftCompact text(int id, String value) {
    field(id, BINARY);
    return text(value);
  }

  ThriftCompact struct(int id, Consumer<ThriftCompact> fields) {
    field(id, STRUCT);
    return struct(fields);
  }

  ThriftCompact texts(int id, List<String> values) {
    list(id, BINARY, values.size());
    values.forEach(this::text);
    return this;
  }

  ThriftCompact i32s(int id, List<Integer> values) {
    list(id, I32, values.size());
    values.forEach(this::zigzag);
    return this;
  }

  ThriftCompact structs(int id, List<Consumer<ThriftCompact>> values) {
    list(id, STRUCT, values.size());
    values.forEach(this::struct);
    return this;
  }

  private ThriftCompact struct(Consumer<ThriftCompact> fields) {
    outer.push(last);
    last = 0;
    fields.accept(this);
    out.write(0);
    last = outer.pop();
    return this;
  }

  private void field(int id, int type) {
    if (id - last > 15) {
      out.write(type);
      zigzag(id);
    } else {
      out.write(((id - last) << 4) | type);
    }
    last = id;
  }

  private void list(int id, int type, int size) {
    field(id, LIST);
    if (size < 15) {
      out.write((size << 4) | type);
    } else {
      out.write(0xF0 | type);
      varint(size);
    }
  }

  private ThriftCompact text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  private ThriftCompact zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
