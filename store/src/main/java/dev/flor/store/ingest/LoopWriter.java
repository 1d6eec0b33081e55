package dev.flor.store.ingest;

import dev.flor.journal.Value;
import dev.flor.store.db.Db;
import dev.flor.store.packed.LongList;
import dev.flor.store.packed.LoopChunk;
import dev.flor.store.packed.TypeCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes in the loops of one run, and the paths of names that lead to them. */
final class LoopWriter implements AutoCloseable {
  private record Step(int parent, String name) {}

  private final Db db;
  private final String run;
  private final DenseWriter<LoopChunk> chunks;
  private final Map<Step, Integer> paths = new LinkedHashMap<>();
  private final LongList types = LongList.of(new long[] {0});

  LoopWriter(Db db, String run) {
    this.db = db;
    this.run = run;
    this.chunks = new DenseWriter<>(db, "loop_chunk", run, 0, LoopChunk::new, LoopChunk::of);
    db.query(
        "SELECT parent, name, path, types FROM packed.path WHERE run = ? ORDER BY path",
        row -> {
          types.add(row.getInt(4));
          return paths.put(new Step(row.getInt(1), row.getString(2)), row.getInt(3));
        },
        run);
  }

  /** @param parent the path of the turn it begins in; 0 is the run itself */
  void begin(int loop, int context, int parent, String name, int ordinal, long total) {
    LoopChunk chunk = chunks.forNext();
    if (chunk.next() != loop) {
      throw new IllegalStateException("loop " + loop + " follows loop " + (chunk.next() - 1));
    }
    chunk.begin(context, path(new Step(parent, name)), ordinal, Math.max(total, LoopChunk.UNKNOWN));
  }

  private int path(Step step) {
    return paths.computeIfAbsent(step, fresh -> {
      int path = paths.size() + 1;
      types.add(0);
      db.update(
          "INSERT INTO packed.path VALUES (?, ?, ?, ?, 0)", run, path, step.parent(), step.name());
      return path;
    });
  }

  void end(int loop, boolean skipped, long nanos) {
    LoopChunk chunk = chunks.holding(loop);
    chunk.end(loop, skipped, nanos);
    chunks.settle(chunk);
  }

  int pathOf(int loop) {
    return chunks.holding(loop).path(loop);
  }

  /** A turn of the loops of this path is shown as a value of this type. */
  void shows(int path, Value.Type type) {
    types.set(path, types.get(path) | TypeCode.bit(type));
  }

  void finish() {
    chunks.finish();
    for (int path = 1; path < types.size(); path++) {
      db.update(
          "UPDATE packed.path SET types = ? WHERE run = ? AND path = ? AND types <> ?",
          types.getInt(path),
          run,
          path,
          types.getInt(path));
    }
  }

  @Override
  public void close() {
    chunks.close();
  }
}
