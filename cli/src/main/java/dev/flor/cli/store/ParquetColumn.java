package dev.flor.cli.store;

import dev.flor.store.model.Column;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** One column of a Parquet file: how its type is described, and how its cells become bytes. Any of them may be missing. */
final class ParquetColumn {
  private static final int OPTIONAL = 1;
  private static final int UTF8 = 0;
  private static final int DECIMAL = 5;
  private static final int DECIMAL_BYTES = 16;
  private static final int DECIMAL_DIGITS = 38;

  private final String name;
  private final Column.Type type;
  private final int scale;

  private ParquetColumn(String name, Column.Type type, int scale) {
    this.name = name;
    this.type = type;
    this.scale = scale;
  }

  /** A column that can hold these cells: text where no other type does without a loss. */
  static ParquetColumn of(Column.Type type, String name, DecimalDigits digits) {
    boolean text =
        type == Column.Type.MIXED || (type == Column.Type.DECIMAL && digits.all() > DECIMAL_DIGITS);
    return new ParquetColumn(name, text ? Column.Type.TEXT : type, digits.scale());
  }

  String name() {
    return name;
  }

  /** The number that Parquet has for the type. */
  int physical() {
    return switch (type) {
      case BOOLEAN -> 0;
      case LONG -> 2;
      case DOUBLE -> 5;
      case DECIMAL -> 7;
      default -> 6;
    };
  }

  Consumer<ThriftCompact> schema() {
    return thrift -> {
      thrift.i32(1, physical());
      if (type == Column.Type.DECIMAL) {
        thrift.i32(2, DECIMAL_BYTES);
      }
      thrift.i32(3, OPTIONAL).text(4, name);
      if (type == Column.Type.DECIMAL) {
        thrift.i32(6, DECIMAL).i32(7, scale).i32(8, DECIMAL_DIGITS);
        thrift.struct(
            10, logical -> logical.struct(5, it -> it.i32(1, scale).i32(2, DECIMAL_DIGITS)));
      } else if (type == Column.Type.TEXT) {
        thrift.i32(6, UTF8);
        thrift.struct(10, logical -> logical.struct(1, it -> {}));
      }
    };
  }

  /** A page: which cells are there, a bit each, and those that are. */
  byte[] page(List<Object> cells) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] there = bits(cells.stream().map(Objects::nonNull).toList());
    int groups = (cells.size() + 7) / 8;
    byte[] header = varint((groups << 1) | 1);
    out.writeBytes(littleEndian(4).putInt(header.length + there.length).array());
    out.writeBytes(header);
    out.writeBytes(there);
    List<Object> present = cells.stream().filter(Objects::nonNull).toList();
    if (type == Column.Type.BOOLEAN) {
      out.writeBytes(bits(present));
    } else {
      present.forEach(cell -> out.writeBytes(bytes(cell)));
    }
    return out.toByteArray();
  }

  private byte[] bytes(Object cell) {
    return switch (type) {
      case LONG -> littleEndian(8).putLong((Long) cell).array();
      case DOUBLE -> littleEndian(8).putDouble((Double) cell).array();
      case DECIMAL -> decimal((BigDecimal) cell);
      default -> {
        byte[] text = cell.toString().getBytes(StandardCharsets.UTF_8);
        yield littleEndian(4 + text.length).putInt(text.length).put(text).array();
      }
    };
  }

  private byte[] decimal(BigDecimal number) {
    BigInteger unscaled = number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    byte[] least = unscaled.toByteArray();
    byte[] all = new byte[DECIMAL_BYTES];
    Arrays.fill(all, (byte) (unscaled.signum() < 0 ? -1 : 0));
    System.arraycopy(least, 0, all, DECIMAL_BYTES - least.length, least.length);
    return all;
  }

  private static byte[] bits(List<?> truths) {
    byte[] bits = new byte[(truths.size() + 7) / 8];
    for (int i = 0; i < truths.size(); i++) {
      if ((Boolean) truths.get(i)) {
        bits[i / 8] |= (byte) (1 << (i % 8));
      }
    }
    return bits;
  }

  private static byte[] varint(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rest = value;
    while (rest >= 0x80) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    return out.toByteArray();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
