package dev.flor.store.frame;

import dev.flor.journal.Value;
import dev.flor.store.packed.LongList;
import dev.flor.store.packed.LoopChunk;
import dev.flor.store.packed.TurnChunk;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What is shown, for some rows of a run at a time, of the turns that are around them at one depth: what the loop was
 * over there when that is a number or a text, else the number of the turn. Looked up when it is first asked for.
 */
final class TurnColumn {
  private final DenseReader<TurnChunk> turnChunks;
  private final DenseReader<LoopChunk> loopChunks;
  private final LongFunction<String> asides;
  private final Supplier<LongList> source;
  private final SharedLongs shared = new SharedLongs();
  private LongList contexts;
  private LongList around;
  private long[] whole;
  private Object[] others;

  /** @param source gives the contexts of the turns for each of the rows */
  TurnColumn(
      DenseReader<TurnChunk> turnChunks,
      DenseReader<LoopChunk> loopChunks,
      LongFunction<String> asides,
      Supplier<LongList> source) {
    this.turnChunks = turnChunks;
    this.loopChunks = loopChunks;
    this.asides = asides;
    this.source = source;
  }

  /** The column of the turns around these. */
  TurnColumn outer() {
    return new TurnColumn(turnChunks, loopChunks, asides, this::around);
  }

  /** There are other rows now. */
  void forget() {
    contexts = null;
    around = null;
    whole = null;
    others = null;
  }

  private LongList contexts() {
    if (contexts == null) {
      contexts = source.get();
    }
    return contexts;
  }

  private LongList around() {
    if (around == null) {
      long[] found = new long[contexts().size()];
      int recent = -1;
      int outer = 0;
      for (int i = 0; i < found.length; i++) {
        int context = contexts.getInt(i);
        int loop = turnChunks.holding(context).loop(context);
        if (loop != recent) {
          recent = loop;
          outer = loopChunks.holding(loop).context(loop);
        }
        found[i] = outer;
      }
      around = LongList.of(found);
    }
    return around;
  }

  /** Whether whole numbers are shown in all of the rows. */
  boolean isWhole() {
    lookUp();
    return others == null;
  }

  long whole(int row) {
    return whole[row];
  }

  Object shown(int row) {
    return isWhole() ? shared.of(whole[row]) : others[row];
  }

  private void lookUp() {
    if (whole == null) {
      whole = new long[contexts().size()];
      for (int i = 0; i < whole.length; i++) {
        int context = contexts.getInt(i);
        TurnChunk chunk = turnChunks.holding(context);
        int at = context - chunk.first();
        Value.Type type = chunk.values().type(at);
        if (type != Value.Type.LONG && TurnChunk.shownAs(type) == type) {
          lookUpOthers();
          return;
        }
        whole[i] = type == Value.Type.LONG ? chunk.values().bits(at) : chunk.index(context);
      }
    }
  }

  private void lookUpOthers() {
    others = new Object[contexts.size()];
    for (int i = 0; i < others.length; i++) {
      int context = contexts.getInt(i);
      TurnChunk chunk = turnChunks.holding(context);
      int at = context - chunk.first();
      Value.Type type = chunk.values().type(at);
      boolean telling = TurnChunk.shownAs(type) == type;
      others[i] = telling ? chunk.values().plain(at, asides) : (Object) chunk.index(context);
    }
  }
}
