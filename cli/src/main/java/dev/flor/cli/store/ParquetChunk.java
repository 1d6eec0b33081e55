package dev.flor.cli.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** What one group of rows of a Parquet file has of one column: pages, compressed as they come, until the group is full. */
final class ParquetChunk {
  private static final int GZIP = 2;
  private static final int PLAIN = 0;
  private static final int RLE = 3;

  private final ParquetColumn column;
  private final List<byte[]> pieces = new ArrayList<>();
  private long cells;
  private long plainBytes;
  private long bytes;

  ParquetChunk(ParquetColumn column) {
    this.column = column;
  }

  /** Adds a page, and gives how many bytes it takes. */
  long add(List<Object> page) throws IOException {
    byte[] plain = column.page(page);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(plain);
    }
    byte[] header = ThriftCompact.bytes(thrift -> thrift
        .i32(1, 0)
        .i32(2, plain.length)
        .i32(3, compressed.size())
        .struct(5, it -> it.i32(1, page.size()).i32(2, PLAIN).i32(3, RLE).i32(4, RLE)));
    pieces.add(header);
    pieces.add(compressed.toByteArray());
    cells += page.size();
    plainBytes += (long) header.length + plain.length;
    long size = (long) header.length + compressed.size();
    bytes += size;
    return size;
  }

  /** The bytes of all pages, in order. */
  List<byte[]> pieces() {
    return pieces;
  }

  /** What the file's footer says of it when it begins at that byte. */
  Consumer<ThriftCompact> described(long begun) {
    return thrift -> thrift.i64(2, begun).struct(3, meta -> meta.i32(1, column.physical())
        .i32s(2, List.of(PLAIN, RLE))
        .texts(3, List.of(column.name()))
        .i32(4, GZIP)
        .i64(5, cells)
        .i64(6, plainBytes)
        .i64(7, bytes)
        .i64(9, begun));
  }
}
