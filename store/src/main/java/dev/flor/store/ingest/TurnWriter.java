package dev.flor.store.ingest;

import dev.flor.journal.Value;
import dev.flor.store.db.Db;
import dev.flor.store.packed.Asides;
import dev.flor.store.packed.TurnChunk;

/** Takes in the turns of one run's loops. */
final class TurnWriter implements AutoCloseable {
  private final LoopWriter loops;
  private final Asides asides;
  private final DenseWriter<TurnChunk> chunks;
  private int recentContext;
  private int recentPath;
  private int recentLoop = -1;
  private int recentLoopPath;

  TurnWriter(Db db, String run, LoopWriter loops, Asides asides) {
    this.loops = loops;
    this.asides = asides;
    this.chunks = new DenseWriter<>(db, "turn_chunk", run, 1, TurnChunk::new, TurnChunk::of);
  }

  void begin(int context, int loop, long index, Value value) {
    TurnChunk chunk = chunks.forNext();
    if (chunk.next() != context) {
      throw new IllegalStateException("turn " + context + " follows turn " + (chunk.next() - 1));
    }
    chunk.begin(loop, index, value, asides);
    recentContext = context;
    recentPath = pathOfLoop(loop);
    loops.shows(recentPath, TurnChunk.shownAs(value.type()));
  }

  private int pathOfLoop(int loop) {
    if (loop != recentLoop) {
      recentLoop = loop;
      recentLoopPath = loops.pathOf(loop);
    }
    return recentLoopPath;
  }

  void end(int context, long nanos) {
    TurnChunk chunk = chunks.holding(context);
    chunk.end(context, nanos);
    chunks.settle(chunk);
  }

  /** The path of loop names that leads to this turn; 0 is the run itself. */
  int pathOf(int context) {
    if (context == 0) {
      return 0;
    }
    if (context != recentContext) {
      recentContext = context;
      recentPath = pathOfLoop(chunks.holding(context).loop(context));
    }
    return recentPath;
  }

  void finish() {
    chunks.finish();
  }

  @Override
  public void close() {
    chunks.close();
  }
}
