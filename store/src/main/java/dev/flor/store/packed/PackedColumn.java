package dev.flor.store.packed;

/** A column of numbers of a chunk: unpacked when it is first asked for. */
final class PackedColumn {
  private final ByteSource packed;
  private final int size;
  private LongList numbers;

  private PackedColumn(ByteSource packed, int size, LongList numbers) {
    this.packed = packed;
    this.size = size;
    this.numbers = numbers;
  }

  /** An empty column to add to. */
  static PackedColumn empty() {
    return new PackedColumn(new ByteSource(new byte[0]), 0, new LongList());
  }

  /** The column of {@code n} numbers that comes next. */
  static PackedColumn read(ByteSource in, int n) {
    return new PackedColumn(in.section(), n, null);
  }

  LongList numbers() {
    if (numbers == null) {
      numbers = LongList.of(PackedLongs.read(packed, size));
    }
    return numbers;
  }

  /** Whether all of a column that is packed are zero; false if it is unpacked. */
  boolean areKnownZero() {
    return numbers == null && PackedLongs.areZero(packed.again());
  }

  void write(ByteSink out) {
    ByteSink column = new ByteSink();
    PackedLongs.write(column, numbers());
    out.section(column);
  }
}
