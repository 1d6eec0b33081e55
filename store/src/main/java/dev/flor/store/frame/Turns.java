package dev.flor.store.frame;

import java.util.Arrays;

/**
 * Turns of loops that values were logged in, and the turns around these. Each has a number here; 0 is the whole run,
 * and a turn has a greater number than the one it is in.
 */
final class Turns {
  private int size;
  private int[] parents;
  private int[] paths;
  private int[] ordinals;
  private int[] loops;
  private long[] indexes;
  private Object[] shown;

  Turns(int room) {
    int all = Math.max(16, room);
    parents = new int[all];
    paths = new int[all];
    ordinals = new int[all];
    loops = new int[all];
    indexes = new long[all];
    shown = new Object[all];
    add(0, 0, 0, 0, 0, null);
  }

  /**
   * Adds a turn and gives its number.
   *
   * @param loop what tells apart, and orders, the loops of the turn it is in
   * @param shownAs what is seen of it in a table
   */
  int add(int parent, int path, int ordinal, int loop, long index, Object shownAs) {
    if (size == parents.length) {
      grow();
    }
    parents[size] = parent;
    paths[size] = path;
    ordinals[size] = ordinal;
    loops[size] = loop;
    indexes[size] = index;
    shown[size] = shownAs;
    return size++;
  }

  private void grow() {
    int room = size * 2;
    parents = Arrays.copyOf(parents, room);
    paths = Arrays.copyOf(paths, room);
    ordinals = Arrays.copyOf(ordinals, room);
    loops = Arrays.copyOf(loops, room);
    indexes = Arrays.copyOf(indexes, room);
    shown = Arrays.copyOf(shown, room);
  }

  int size() {
    return size;
  }

  int parent(int turn) {
    return parents[turn];
  }

  int path(int turn) {
    return paths[turn];
  }

  int ordinal(int turn) {
    return ordinals[turn];
  }

  int loop(int turn) {
    return loops[turn];
  }

  long index(int turn) {
    return indexes[turn];
  }

  Object shown(int turn) {
    return shown[turn];
  }

  /** The turns so that each comes before those inside it; loops as they began, turns by their index. */
  int[] inOrder() {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    return isInOrder() ? order : new TurnOrder(this).order();
  }

  /** Whether the numbers themselves are in that order, as in a program of one thread. */
  private boolean isInOrder() {
    int[] lastChild = new int[size];
    int at = 0;
    for (int turn = 1; turn < size; turn++) {
      int parent = parents[turn];
      while (at != parent && at != 0) {
        at = parents[at];
      }
      int before = lastChild[parent];
      boolean follows = before == 0
          || (loops[turn] == loops[before]
              ? indexes[turn] > indexes[before]
              : loops[turn] > loops[before]);
      if (at != parent || !follows) {
        return false;
      }
      lastChild[parent] = turn;
      at = turn;
    }
    return true;
  }
}
