package dev.flor.store.frame;

import dev.flor.store.db.Db;
import dev.flor.store.packed.DenseChunk;
import dev.flor.store.packed.LoopChunk;
import dev.flor.store.packed.TurnChunk;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads the chunks of one run's loops or turns, each of them once, and more at a time the longer they are read in a row. */
final class DenseReader<C extends DenseChunk> {
  private static final int MOST_AT_A_TIME = 64;

  private final Db db;
  private final String table;
  private final String run;
  private final BiFunction<Integer, byte[], C> unpack;
  private final TreeMap<Integer, byte[]> read = new TreeMap<>();
  private int atATime;
  private C recent;
  private C beforeRecent;

  private DenseReader(Db db, String table, String run, BiFunction<Integer, byte[], C> unpack) {
    this.db = db;
    this.table = table;
    this.run = run;
    this.unpack = unpack;
  }

  static DenseReader<TurnChunk> turns(Db db, String run) {
    return new DenseReader<>(db, "turn_chunk", run, TurnChunk::of);
  }

  static DenseReader<LoopChunk> loops(Db db, String run) {
    return new DenseReader<>(db, "loop_chunk", run, LoopChunk::of);
  }

  /** The chunk that holds this one. Two are kept unpacked, for a turn and the one around it. */
  C holding(int id) {
    if (recent != null && recent.holds(id)) {
      return recent;
    }
    C found = beforeRecent != null && beforeRecent.holds(id) ? beforeRecent : find(id);
    beforeRecent = recent;
    recent = found;
    return found;
  }

  private C find(int id) {
    return unpacked(id)
        .or(() -> read(id))
        .orElseThrow(
            () -> new IllegalStateException("run " + run + " has no " + table + " with " + id));
  }

  /** Ids count on from chunk to chunk, and none has more than {@link DenseChunk#FULL}. */
  private Optional<C> read(int id) {
    boolean inARow = recent != null && id >= recent.next() && id - recent.next() < DenseChunk.FULL;
    atATime = inARow ? Math.min(atATime * 2 + 1, MOST_AT_A_TIME) : 0;
    db.query(
        "SELECT first, data FROM packed." + table + " WHERE run = ? AND first BETWEEN ? AND ?",
        row -> read.put(row.getInt(1), row.getBytes(2)),
        run,
        inARow ? recent.next() : id - DenseChunk.FULL + 1,
        id + (long) atATime * DenseChunk.FULL);
    return unpacked(id);
  }

  private Optional<C> unpacked(int id) {
    return Optional.ofNullable(read.floorEntry(id))
        .map(entry -> unpack.apply(entry.getKey(), entry.getValue()))
        .filter(chunk -> chunk.holds(id));
  }
}
