package dev.flor.store.frame;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the turns of one run among those of others. Two mean the same when loop names, loop ordinals and turn numbers
 * agree all the way up.
 */
final class TurnIndex {
  private static final int FREE = -1;

  private record Loop(int parent, int path, int ordinal) {}

  private final Turns turns;
  private final Map<Loop, Integer> loops = new LinkedHashMap<>();
  private int[] slots;
  private int nextLoop;

  TurnIndex(Turns turns) {
    this.turns = turns;
    fill(turns.size());
    for (int turn = 1; turn < turns.size(); turn++) {
      if (turns.loop(turn) != turns.loop(turn - 1) || turn == 1) {
        loops.put(loop(turn), turns.loop(turn));
        nextLoop = Math.max(nextLoop, turns.loop(turn) + 1);
      }
    }
  }

  private Loop loop(int turn) {
    return new Loop(turns.parent(turn), turns.path(turn), turns.ordinal(turn));
  }

  private void fill(int room) {
    slots = new int[Integer.highestOneBit(Math.max(8, room)) << 2];
    Arrays.fill(slots, FREE);
    for (int turn = 1; turn < turns.size(); turn++) {
      slots[slot(turns.parent(turn), turns.path(turn), turns.ordinal(turn), turns.index(turn))] =
          turn;
    }
  }

  /** Where that turn is, or the free place where it would be. */
  private int slot(int parent, int path, int ordinal, long index) {
    long hash = index * 0x9E3779B97F4A7C15L + parent;
    hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L + path * 31L + ordinal;
    hash = (hash ^ (hash >>> 32)) * 0x94D049BB133111EBL;
    int at = (int) (hash >>> 33) & (slots.length - 1);
    while (slots[at] != FREE && !is(slots[at], parent, path, ordinal, index)) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  private boolean is(int turn, int parent, int path, int ordinal, long index) {
    return turns.parent(turn) == parent
        && turns.path(turn) == path
        && turns.ordinal(turn) == ordinal
        && turns.index(turn) == index;
  }

  /** Adds the turns that are not there; gives for each of them its number among the others. */
  int[] add(Turns more) {
    int[] found = new int[more.size()];
    for (int turn = 1; turn < more.size(); turn++) {
      int parent = found[more.parent(turn)];
      int path = more.path(turn);
      int at = slot(parent, path, more.ordinal(turn), more.index(turn));
      if (slots[at] == FREE) {
        slots[at] = turns.add(
            parent,
            path,
            more.ordinal(turn),
            loops.computeIfAbsent(new Loop(parent, path, more.ordinal(turn)), key -> nextLoop++),
            more.index(turn),
            more.shown(turn));
        found[turn] = slots[at];
        if (turns.size() * 2 > slots.length) {
          fill(turns.size());
        }
      } else {
        found[turn] = slots[at];
      }
    }
    return found;
  }
}
