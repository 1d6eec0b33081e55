package dev.flor.cli.project;

import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunInfo;
import dev.flor.journal.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Where in its loops a run was when its journal ends. */
final class LastPlace implements JournalVisitor {
  private final Map<Integer, Loop> loops = new HashMap<>(); // looked up, never walked
  private final Map<Integer, Turn> turns = new HashMap<>(); // likewise
  private boolean replayed;
  private int last;

  /** A loop in the context it began in. */
  private record Loop(int outer, String name, long total) {}

  /** A turn that is not over. */
  private record Turn(int loop, long index) {}

  boolean ofReplay() {
    return replayed;
  }

  /** Such as {@code in epoch 3 of 20, step 12}; turns are counted from 1. */
  String place() {
    Deque<String> parts = new ArrayDeque<>();
    for (Turn turn = turns.get(last); turn != null; ) {
      Loop loop = loops.get(turn.loop());
      String of = loop.total() < 0 ? "" : " of " + loop.total();
      parts.addFirst(loop.name() + " " + (turn.index() + 1) + of);
      turn = turns.get(loop.outer());
    }
    return parts.isEmpty() ? "outside any loop" : "in " + String.join(", ", parts);
  }

  @Override
  public void runStarted(RunInfo info) {
    replayed = info.replayed();
  }

  @Override
  public void loopStarted(int loop, int context, String name, int ordinal, long total) {
    loops.put(loop, new Loop(context, name, total));
    last = context;
  }

  @Override
  public void iterationStarted(int context, int loop, long index, Value value) {
    turns.put(context, new Turn(loop, index));
    last = context;
  }

  @Override
  public void value(int context, String name, int ordinal, Value value) {
    last = context;
  }

  /** After a turn that is over the run is in the loop around it, until the next one begins. */
  @Override
  public void iterationEnded(int context, long nanos) {
    Turn over = turns.remove(context);
    if (over != null && last == context) {
      last = loops.get(over.loop()).outer();
    }
  }

  @Override
  public void loopEnded(int loop, boolean skipped, long nanos) {
    loops.remove(loop);
  }
}
