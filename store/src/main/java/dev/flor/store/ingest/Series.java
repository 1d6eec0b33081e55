package dev.flor.store.ingest;

import dev.flor.journal.Value;
import dev.flor.store.packed.Asides;
import dev.flor.store.packed.TypeCode;
import dev.flor.store.packed.ValueChunk;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one run logs under one name, on its way into chunks. */
final class Series {
  private final String name;
  private final boolean known;
  private final SortedSet<Integer> paths;
  private long values;
  private int types;
  private int chunkNumber;
  private ValueChunk chunk;
  private int recentPath = -1;

  /** A name that the run has not logged before. */
  Series(String name) {
    this(name, false, new TreeSet<>(), 0, 0, 0, new ValueChunk());
  }

  Series(
      String name,
      boolean known,
      SortedSet<Integer> paths,
      long values,
      int types,
      int chunkNumber,
      ValueChunk chunk) {
    this.name = name;
    this.known = known;
    this.paths = paths;
    this.values = values;
    this.types = types;
    this.chunkNumber = chunkNumber;
    this.chunk = chunk;
  }

  String name() {
    return name;
  }

  /** Whether an earlier slice had values of it. */
  boolean isKnown() {
    return known;
  }

  /** Takes a value; gives the chunk to {@code rows} when it is full. */
  void add(int context, int ordinal, long seq, Value value, int path, Asides asides, Rows rows) {
    if (chunk.isFull()) {
      write(rows);
      chunkNumber++;
      chunk = new ValueChunk();
    }
    if (path != recentPath) {
      recentPath = path;
      paths.add(path);
    }
    types |= TypeCode.bit(value.type());
    values++;
    chunk.add(context, ordinal, seq, value, asides);
  }

  void write(Rows rows) {
    rows.write(this, chunkNumber, chunk);
  }

  long values() {
    return values;
  }

  /** One bit per type that occurs. */
  int types() {
    return types;
  }

  Integer[] paths() {
    return paths.toArray(Integer[]::new);
  }

  /** Where full chunks go. */
  interface Rows {
    void write(Series series, int number, ValueChunk chunk);
  }
}
