package dev.flor.store;

import dev.flor.journal.Value;
import java.util.Optional;
import java.util.function.LongFunction;

/** Follows one run's turns in the order of their contexts; knows what is shown of a turn and of those around it. */
final class TurnChain {
  private final DenseReader turnChunks;
  private final DenseReader loopChunks;
  private final LongFunction<String> asides;
  private final SharedLongs longs = new SharedLongs();
  private Optional<TurnChain> around = Optional.empty();
  private TurnChunk turns;
  private LoopChunk loops;
  private int context = -1;
  private int loop = -1;

  TurnChain(DenseReader turnChunks, DenseReader loopChunks, LongFunction<String> asides) {
    this.turnChunks = turnChunks;
    this.loopChunks = loopChunks;
    this.asides = asides;
  }

  /**
   * Goes on to a turn.
   *
   * @return whether it comes after the one before it: in the same loop with a greater index, or in a later loop of
   *     the same or a later turn
   */
  boolean to(int next) {
    int before = context;
    long index = before < 0 ? -1 : turns.index(before);
    if (turns == null || !turns.holds(next)) {
      turns = TurnChunk.of(turnChunks.firstOf(next), turnChunks.data(next));
    }
    context = next;
    int its = turns.loop(next);
    if (its == loop) {
      return turns.index(next) > index;
    }
    boolean later = its > loop;
    loop = its;
    if (loops == null || !loops.holds(its)) {
      loops = LoopChunk.of(loopChunks.firstOf(its), loopChunks.data(its));
    }
    return later && moveAround(loops.context(its));
  }

  /** Loops of the same turn follow each other; a turn around comes again only for them. */
  private boolean moveAround(int outer) {
    if (outer == 0) {
      around = Optional.empty();
      return true;
    }
    if (around.isEmpty()) {
      around = Optional.of(new TurnChain(turnChunks, loopChunks, asides));
    }
    TurnChain chain = around.get();
    return chain.context == outer || (outer > chain.context && chain.to(outer));
  }

  /** The path of loop names of the turn, by its number in the run. */
  int path() {
    return loops.path(loop);
  }

  Optional<TurnChain> around() {
    return around;
  }

  /** What the loop was over there when that is a number or a text, else the number of the turn. */
  Object shown() {
    int at = context - turns.first();
    Value.Type type = turns.values().type(at);
    if (type == Value.Type.LONG) {
      return longs.of(turns.values().bits(at));
    }
    return TurnChunk.shownAs(type) == type
        ? turns.values().plain(at, asides)
        : longs.of(turns.index(context));
  }
}
