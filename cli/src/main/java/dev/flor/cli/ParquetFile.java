package dev.flor.cli;

import dev.flor.store.model.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * A view as an Apache Parquet file: flat, optional columns, plain values in pages that gzip has compressed. What it takes of the format
 * is so little that a library, and all of Hadoop behind it, would be a thousand times the code.
 */
final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROWS_OF_GROUP = 1 << 17;
  private static final int ROWS_OF_PAGE = 1 << 14;
  private static final int GZIP = 2;
  private static final int PLAIN = 0;
  private static final int RLE = 3;

  private final View view;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final OutputStream out;
  private long position;

  private ParquetFile(View view, OutputStream out) {
    this.view = view;
    this.out = out;
    List<String> names = view.distinctNames(); // SQL may name two alike, Parquet not
    for (int i = 0; i < view.columns().size(); i++) {
      columns.add(ParquetColumn.of(
          view.columns().get(i), names.get(i), cells(i, 0, view.rows().size())));
    }
  }

  static void write(View view, OutputStream out) throws IOException {
    new ParquetFile(view, out).write();
  }

  private void write() throws IOException {
    put(MAGIC);
    List<Consumer<ThriftCompact>> groups = new ArrayList<>();
    for (int from = 0; from < view.rows().size(); from += ROWS_OF_GROUP) {
      groups.add(group(from, Math.min(view.rows().size(), from + ROWS_OF_GROUP)));
    }
    List<Consumer<ThriftCompact>> schema = new ArrayList<>();
    schema.add(thrift -> thrift.text(4, "flor").i32(5, columns.size()));
    columns.forEach(column -> schema.add(column.schema()));
    byte[] footer = ThriftCompact.bytes(thrift -> thrift
        .i32(1, 1)
        .structs(2, schema)
        .i64(3, view.rows().size())
        .structs(4, groups)
        .text(6, "flor"));
    put(footer);
    put(ByteBuffer.allocate(4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(footer.length)
        .array());
    put(MAGIC);
  }

  private Consumer<ThriftCompact> group(int from, int to) throws IOException {
    long begun = position;
    List<Consumer<ThriftCompact>> chunks = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      chunks.add(chunk(column, from, to));
    }
    long bytes = position - begun;
    return thrift -> thrift.structs(1, chunks).i64(2, bytes).i64(3, to - from);
  }

  private Consumer<ThriftCompact> chunk(int at, int from, int to) throws IOException {
    ParquetColumn column = columns.get(at);
    long begun = position;
    long plain = 0;
    for (int page = from; page < to; page += ROWS_OF_PAGE) {
      plain += page(column, cells(at, page, Math.min(to, page + ROWS_OF_PAGE)));
    }
    long plainBytes = plain;
    long bytes = position - begun;
    return thrift -> thrift.i64(2, begun).struct(3, meta -> meta.i32(1, column.physical())
        .i32s(2, List.of(PLAIN, RLE))
        .texts(3, List.of(column.name()))
        .i32(4, GZIP)
        .i64(5, to - from)
        .i64(6, plainBytes)
        .i64(7, bytes)
        .i64(9, begun));
  }

  /** Gives how large it would be uncompressed, its header included. */
  private long page(ParquetColumn column, List<Object> cells) throws IOException {
    byte[] plain = column.page(cells);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(plain);
    }
    byte[] header = ThriftCompact.bytes(thrift -> thrift
        .i32(1, 0)
        .i32(2, plain.length)
        .i32(3, compressed.size())
        .struct(5, page -> page.i32(1, cells.size()).i32(2, PLAIN).i32(3, RLE).i32(4, RLE)));
    put(header);
    put(compressed.toByteArray());
    return (long) header.length + plain.length;
  }

  private List<Object> cells(int column, int from, int to) {
    List<Object> cells = new ArrayList<>(to - from);
    for (List<Object> row : view.rows().subList(from, to)) {
      cells.add(row.get(column));
    }
    return cells;
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
