package dev.flor.store.ingest;

import dev.flor.journal.Value;
import dev.flor.store.db.Batch;
import dev.flor.store.db.Db;
import dev.flor.store.packed.Asides;
import dev.flor.store.packed.ValueChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Takes in the values of one run, each name's own. */
final class ValueWriter implements AutoCloseable {
  private final Db db;
  private final String run;
  private final Asides asides;
  private final Map<String, Series> series = new LinkedHashMap<>();
  private final Batch rows;
  private final boolean fresh;

  /** @param fresh whether no earlier slice of the run had values */
  ValueWriter(Db db, String run, Asides asides, boolean fresh) {
    this.db = db;
    this.run = run;
    this.asides = asides;
    this.fresh = fresh;
    this.rows = db.batch(
        "MERGE INTO packed.value_chunk KEY (run, name, chunk) VALUES (?, ?, ?, ?, ?, ?)", 16);
  }

  void add(int context, String name, int ordinal, long seq, Value value, int path) {
    series
        .computeIfAbsent(name, this::open)
        .add(context, ordinal, seq, value, path, asides, this::write);
  }

  private void write(Series one, int number, ValueChunk chunk) {
    rows.add(run, one.name(), number, chunk.lowestContext(), chunk.highestContext(), chunk.bytes());
  }

  private Series open(String name) {
    return fresh
        ? new Series(name)
        : db.first(
                "SELECT s.logged, s.types, s.paths, c.chunk, c.data FROM packed.series s"
                    + " JOIN packed.value_chunk c ON c.run = s.run AND c.name = s.name"
                    + " WHERE s.run = ? AND s.name = ? ORDER BY c.chunk DESC FETCH FIRST 1 ROW ONLY",
                row -> new Series(
                    name,
                    true,
                    numbers((Object[]) row.getArray(3).getArray()),
                    row.getLong(1),
                    row.getInt(2),
                    row.getInt(4),
                    ValueChunk.of(row.getBytes(5))),
                run,
                name)
            .orElseGet(() -> new Series(name));
  }

  private static SortedSet<Integer> numbers(Object[] array) {
    TreeSet<Integer> numbers = new TreeSet<>();
    Arrays.asList(array).forEach(number -> numbers.add((Integer) number));
    return numbers;
  }

  /** Writes the last chunk of each name and what is known of it; gives the names that are new in this run. */
  List<String> finish(String source) {
    List<String> names = new ArrayList<>();
    series.values().forEach(one -> one.write(this::write));
    rows.flush();
    for (Series one : series.values()) {
      db.update(
          "MERGE INTO packed.series KEY (run, name) VALUES (?, ?, ?, ?, ?, ?)",
          run,
          one.name(),
          source,
          one.values(),
          one.types(),
          one.paths());
      if (!one.isKnown()) {
        names.add(one.name());
      }
    }
    return names;
  }

  @Override
  public void close() {
    rows.close();
  }
}
