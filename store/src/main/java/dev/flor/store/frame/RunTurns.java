package dev.flor.store.frame;

import dev.flor.journal.Value;
import dev.flor.store.db.Db;
import dev.flor.store.packed.Asides;
import dev.flor.store.packed.LongList;
import dev.flor.store.packed.LoopChunk;
import dev.flor.store.packed.TurnChunk;
import java.util.function.LongFunction;

/** Reads of one run the turns that values were logged in, and the turns around them; no others. */
final class RunTurns {
  private final DenseReader<TurnChunk> turnChunks;
  private final DenseReader<LoopChunk> loopChunks;
  private final LongFunction<String> asides;
  private final int[] paths;
  private LongList contexts;
  private LongList loops = new LongList();
  private final SharedLongs longs = new SharedLongs();

  /**
   * @param paths for each path of the run its number among those of all runs
   * @param logged the contexts of values
   */
  RunTurns(Db db, String run, int[] paths, LongList logged) {
    this.turnChunks = DenseReader.turns(db, run);
    this.loopChunks = DenseReader.loops(db, run);
    this.asides = Asides.of(db, run);
    this.paths = paths;
    this.contexts = logged;
    LongList wave = logged;
    while (wave.size() > 0) {
      LongList around = around(wave);
      wave = around.without(contexts);
      contexts = LongList.union(contexts, wave);
    }
  }

  /** The contexts that the loops of these turns began in, without the run itself. */
  private LongList around(LongList turns) {
    LongList found = new LongList();
    int recent = -1;
    for (int i = 0; i < turns.size(); i++) {
      int context = turns.getInt(i);
      int loop = turnChunks.holding(context).loop(context);
      if (loop != recent) {
        recent = loop;
        found.add(loop);
      }
    }
    LongList fresh = found.sortedOnce().without(loops);
    loops = LongList.union(loops, fresh);
    return contextsOf(fresh);
  }

  private LongList contextsOf(LongList some) {
    LongList found = new LongList();
    for (int i = 0; i < some.size(); i++) {
      int loop = some.getInt(i);
      int context = loopChunks.holding(loop).context(loop);
      if (context != 0) {
        found.add(context);
      }
    }
    return found.sortedOnce();
  }

  /** The contexts that have turns, ascending; turn 1 is the first of them. */
  LongList contexts() {
    return contexts;
  }

  Turns turns() {
    Turns turns = new Turns(contexts.size() + 1);
    Places places = new Places(contexts);
    int recent = -1;
    int parent = 0;
    int path = 0;
    int ordinal = 0;
    for (int i = 0; i < contexts.size(); i++) {
      int context = contexts.getInt(i);
      TurnChunk chunk = turnChunks.holding(context);
      int loop = chunk.loop(context);
      if (loop != recent) {
        recent = loop;
        LoopChunk loopsOfIt = loopChunks.holding(loop);
        parent = places.of(loopsOfIt.context(loop));
        path = paths[loopsOfIt.path(loop)];
        ordinal = loopsOfIt.ordinal(loop);
      }
      turns.add(parent, path, ordinal, loop, chunk.index(context), shown(chunk, context));
    }
    return turns;
  }

  /** What the loop was over there when that is a number or a text, else the number of the turn. */
  private Object shown(TurnChunk chunk, int context) {
    int at = context - chunk.first();
    Value.Type type = chunk.values().type(at);
    if (type == Value.Type.LONG) {
      return longs.of(chunk.values().bits(at));
    }
    return TurnChunk.shownAs(type) == type
        ? chunk.values().plain(at, asides)
        : longs.of(chunk.index(context));
  }
}
