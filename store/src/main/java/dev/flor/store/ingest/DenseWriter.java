package dev.flor.store.ingest;

import dev.flor.store.db.Batch;
import dev.flor.store.db.Db;
import dev.flor.store.packed.DenseChunk;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * Writes the chunks of one run's loops or turns. A chunk is kept until it is full and nothing in it is open any
 * more, or until the end of the slice: so most are written once.
 */
final class DenseWriter<C extends DenseChunk> implements AutoCloseable {
  private final Db db;
  private final String table;
  private final String run;
  private final IntFunction<C> make;
  private final BiFunction<Integer, byte[], C> read;
  private final TreeMap<Integer, C> kept = new TreeMap<>();
  private final Batch rows;
  private C last;
  private C recent;

  /** @param first the id that the run's first one has */
  DenseWriter(
      Db db,
      String table,
      String run,
      int first,
      IntFunction<C> make,
      BiFunction<Integer, byte[], C> read) {
    this.db = db;
    this.table = table;
    this.run = run;
    this.make = make;
    this.read = read;
    this.last =
        find("ORDER BY first DESC FETCH FIRST 1 ROW ONLY").orElseGet(() -> make.apply(first));
    this.recent = last;
    kept.put(last.first(), last);
    this.rows = db.batch("MERGE INTO packed." + table + " KEY (run, first) VALUES (?, ?, ?)", 16);
  }

  private java.util.Optional<C> find(String which, Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = run;
    System.arraycopy(args, 0, all, 1, args.length);
    return db.first(
        "SELECT first, data FROM packed." + table + " WHERE run = ? " + which,
        row -> read.apply(row.getInt(1), row.getBytes(2)),
        all);
  }

  /** The chunk that the next one goes to. */
  C forNext() {
    if (last.isFull()) {
      C full = last;
      last = make.apply(full.next());
      kept.put(last.first(), last);
      settle(full);
    }
    return last;
  }

  /** The chunk that holds this one. */
  C holding(int id) {
    if (!recent.holds(id)) {
      Map.Entry<Integer, C> entry = kept.floorEntry(id);
      if (entry == null || !entry.getValue().holds(id)) {
        C found = find("AND first <= ? ORDER BY first DESC FETCH FIRST 1 ROW ONLY", id)
            .filter(chunk -> chunk.holds(id))
            .orElseThrow(
                () -> new IllegalStateException("run " + run + " has no " + table + " with " + id));
        kept.put(found.first(), found);
        recent = found;
      } else {
        recent = entry.getValue();
      }
    }
    return recent;
  }

  /** Writes a chunk to which nothing more is going to happen. */
  void settle(C chunk) {
    if (chunk.open() == 0 && chunk != last && chunk.isChanged()) {
      write(chunk);
      kept.remove(chunk.first());
    }
  }

  private void write(C chunk) {
    rows.add(run, chunk.first(), chunk.bytes());
  }

  void finish() {
    kept.values().stream().filter(C::isChanged).forEach(this::write);
    rows.flush();
  }

  @Override
  public void close() {
    rows.close();
  }
}
