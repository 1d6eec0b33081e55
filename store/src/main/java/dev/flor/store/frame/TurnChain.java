package dev.flor.store.frame;

import dev.flor.store.packed.LongList;
import dev.flor.store.packed.LoopChunk;
import dev.flor.store.packed.TurnChunk;
import java.util.Optional;

/** Follows one run's turns to see whether they come in the order of rows, and the turns around them too. */
final class TurnChain {
  private final DenseReader<TurnChunk> turnChunks;
  private final DenseReader<LoopChunk> loopChunks;
  private Optional<TurnChain> around = Optional.empty();
  private int context = -1;
  private int loop = -1;
  private long index;

  TurnChain(DenseReader<TurnChunk> turnChunks, DenseReader<LoopChunk> loopChunks) {
    this.turnChunks = turnChunks;
    this.loopChunks = loopChunks;
  }

  /**
   * Goes on to some turns.
   *
   * @return whether each comes after the one before it: in the same loop with a greater index, or in a later loop of
   *     the same or a later turn
   */
  boolean follows(LongList contexts) {
    int from = 0;
    while (from < contexts.size()) {
      TurnChunk chunk = turnChunks.holding(contexts.getInt(from));
      int to = from + 1;
      while (to < contexts.size() && chunk.holds(contexts.getInt(to))) {
        to++;
      }
      if (!follows(chunk, contexts, from, to)) {
        return false;
      }
      from = to;
    }
    return true;
  }

  private boolean follows(TurnChunk chunk, LongList contexts, int from, int to) {
    LongList loops = chunk.loops();
    LongList indexes = chunk.indexes();
    for (int i = from; i < to; i++) {
      int at = contexts.getInt(i) - chunk.first();
      int its = loops.getInt(at);
      long itsIndex = indexes.get(at);
      boolean later = its == loop ? itsIndex > index : its > loop && moveAround(its);
      if (!later) {
        return false;
      }
      loop = its;
      index = itsIndex;
    }
    context = contexts.getInt(to - 1);
    return true;
  }

  /** Loops of the same turn follow each other; a turn around comes again only for them. */
  private boolean moveAround(int nextLoop) {
    int outer = loopChunks.holding(nextLoop).context(nextLoop);
    if (outer == 0) {
      around = Optional.empty();
      return true;
    }
    if (around.isEmpty()) {
      around = Optional.of(new TurnChain(turnChunks, loopChunks));
    }
    TurnChain chain = around.get();
    return chain.context == outer
        || (outer > chain.context && chain.follows(LongList.of(new long[] {outer})));
  }
}
