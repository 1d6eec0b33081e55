package dev.flor.cli.store;

import dev.flor.store.model.Column;
import dev.flor.store.model.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows as an Apache Parquet file: flat, optional columns, plain values in pages that gzip has compressed. What it takes of the format
 * is so little that a library, and all of Hadoop behind it, would be a thousand times the code.
 *
 * <p>In memory are the rows of one page, and compressed the pages of one group of rows.
 */
final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROWS_OF_GROUP = 1 << 17;
  private static final int ROWS_OF_PAGE = 1 << 14;

  /** A page of long texts has fewer rows. */
  private static final long LETTERS_OF_PAGE = 4 << 20;

  private static final long BYTES_OF_GROUP = 32 << 20;

  private final List<ParquetColumn> columns;
  private final OutputStream out;
  private final List<Consumer<ThriftCompact>> groups = new ArrayList<>();
  private long position;

  private ParquetFile(List<ParquetColumn> columns, OutputStream out) {
    this.columns = columns;
    this.out = out;
  }

  /** Writes all rows, and gives how many there were. Rows of exact numbers are read twice. */
  static long write(RowSource source, OutputStream out) throws IOException {
    List<ParquetColumn> columns;
    try (Rows rows = source.open()) {
      List<DecimalDigits> digits =
          rows.columns().stream().map(head -> new DecimalDigits()).toList();
      if (rows.columns().stream().noneMatch(head -> head.type() == Column.Type.DECIMAL)) {
        return new ParquetFile(columns(rows.columns(), digits), out).write(rows);
      }
      count(rows, digits);
      columns = columns(rows.columns(), digits);
    }
    try (Rows rows = source.open()) {
      return new ParquetFile(columns, out).write(rows);
    }
  }

  private static void count(Rows rows, List<DecimalDigits> digits) {
    while (rows.hasNext()) {
      List<Object> row = rows.next();
      for (int i = 0; i < row.size(); i++) {
        digits.get(i).add(row.get(i));
      }
    }
  }

  private static List<ParquetColumn> columns(List<Column> heads, List<DecimalDigits> digits) {
    List<String> names = Column.distinctNames(heads); // SQL may name two alike, Parquet not
    List<ParquetColumn> columns = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      columns.add(ParquetColumn.of(heads.get(i).type(), names.get(i), digits.get(i)));
    }
    return columns;
  }

  private long write(Rows rows) throws IOException {
    put(MAGIC);
    long count = 0;
    while (rows.hasNext()) {
      count += group(rows);
    }
    List<Consumer<ThriftCompact>> schema = new ArrayList<>();
    schema.add(thrift -> thrift.text(4, "flor").i32(5, columns.size()));
    columns.forEach(column -> schema.add(column.schema()));
    long all = count;
    byte[] footer = ThriftCompact.bytes(thrift ->
        thrift.i32(1, 1).structs(2, schema).i64(3, all).structs(4, groups).text(6, "flor"));
    put(footer);
    put(ByteBuffer.allocate(4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(footer.length)
        .array());
    put(MAGIC);
    return count;
  }

  private long group(Rows rows) throws IOException {
    List<ParquetChunk> chunks = columns.stream().map(ParquetChunk::new).toList();
    long count = 0;
    long bytes = 0;
    while (count < ROWS_OF_GROUP && bytes < BYTES_OF_GROUP && rows.hasNext()) {
      List<List<Object>> page = page(rows);
      for (int i = 0; i < chunks.size(); i++) {
        int column = i;
        bytes += chunks.get(i).add(page.stream().map(row -> row.get(column)).toList());
      }
      count += page.size();
    }
    long begun = position;
    List<Consumer<ThriftCompact>> written = new ArrayList<>();
    for (ParquetChunk chunk : chunks) {
      written.add(chunk.described(position));
      for (byte[] piece : chunk.pieces()) {
        put(piece);
      }
    }
    long size = position - begun;
    long ofGroup = count;
    groups.add(thrift -> thrift.structs(1, written).i64(2, size).i64(3, ofGroup));
    return count;
  }

  private static List<List<Object>> page(Rows rows) {
    List<List<Object>> page = new ArrayList<>();
    long letters = 0;
    while (page.size() < ROWS_OF_PAGE && letters < LETTERS_OF_PAGE && rows.hasNext()) {
      List<Object> row = rows.next();
      for (Object cell : row) {
        letters += cell instanceof String text ? text.length() : 0;
      }
      page.add(row);
    }
    return page;
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
