package dev.flor.store.frame;

import java.util.Arrays;

/**
 * The rows of one group, one after the other. A turn has rows of its own when something it logged is not shown below:
 * a name that deeper turns log too, a name logged several times here, or no deeper turn logs anything. What is
 * logged once and at one depth is repeated in all rows below.
 */
final class PivotRows {
  private static final int NONE = -1;

  private final Turns turns;
  private final LoopPaths paths;
  private final NameValues[] values;
  private final int names;
  private final int words;
  private final int[] order;
  private final int[][] firsts;
  private final long[] below;
  private int at = -1;
  private int[][] passed = new int[8][];
  private int[] around = new int[8];
  private int depth;
  private final int[] counts;
  private final int[] row;
  private int rowsLeft;
  private int rowNumber;

  PivotRows(Turns turns, LoopPaths paths, NameValues[] values) {
    this.turns = turns;
    this.paths = paths;
    this.values = values;
    this.names = values.length;
    this.words = (names + 63) / 64;
    this.order = turns.inOrder();
    this.firsts = new int[names][];
    for (int n = 0; n < names; n++) {
      firsts[n] = values[n].firsts(turns.size());
    }
    this.below = below();
    this.counts = new int[names];
    this.row = new int[names];
    this.passed[0] = new int[names];
  }

  /** For each turn one bit per name that a turn inside it logged. */
  private long[] below() {
    long[] inside = new long[turns.size() * words];
    for (int turn = turns.size() - 1; turn > 0; turn--) {
      int parent = turns.parent(turn);
      for (int n = 0; n < names; n++) {
        if (firsts[n][turn] != NONE) {
          inside[parent * words + n / 64] |= 1L << (n % 64);
        }
      }
      for (int word = 0; word < words; word++) {
        inside[parent * words + word] |= inside[turn * words + word];
      }
    }
    return inside;
  }

  /** Goes to the next row; false when there is none. */
  boolean next() {
    while (rowsLeft == 0) {
      if (++at == order.length) {
        return false;
      }
      enter(order[at]);
    }
    rowsLeft--;
    int turn = order[at];
    int[] above = depth == 0 ? null : passed[depth - 1];
    for (int n = 0; n < names; n++) {
      int first = firsts[n][turn];
      if (first == NONE) {
        row[n] = above == null ? NONE : above[n];
      } else if (counts[n] == 1) {
        row[n] = first;
      } else {
        row[n] = rowNumber < counts[n] ? first + rowNumber : NONE;
      }
    }
    rowNumber++;
    return true;
  }

  private void enter(int turn) {
    depth = paths.depth(turns.path(turn));
    room();
    around[depth] = turn;
    boolean logs = false;
    boolean ownRows = !hasBelow(turn);
    int most = 0;
    int[] own = passed[depth];
    for (int n = 0; n < names; n++) {
      int first = firsts[n][turn];
      own[n] = depth == 0 ? NONE : passed[depth - 1][n];
      if (first != NONE) {
        logs = true;
        counts[n] = values[n].count(first);
        most = Math.max(most, counts[n]);
        if (counts[n] > 1 || isBelow(turn, n)) {
          ownRows = true;
        } else {
          own[n] = first;
        }
      }
    }
    rowsLeft = logs && ownRows ? most : 0;
    rowNumber = 0;
  }

  private void room() {
    if (depth >= passed.length) {
      passed = Arrays.copyOf(passed, depth * 2);
      around = Arrays.copyOf(around, depth * 2);
    }
    if (passed[depth] == null) {
      passed[depth] = new int[names];
    }
  }

  private boolean hasBelow(int turn) {
    for (int word = 0; word < words; word++) {
      if (below[turn * words + word] != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isBelow(int turn, int name) {
    return (below[turn * words + name / 64] & (1L << (name % 64))) != 0;
  }

  /** Which value of a name stands in the row, or -1. */
  int value(int name) {
    return row[name];
  }

  /** How many loops are around the row. */
  int depth() {
    return depth;
  }

  /** The turn of that depth that the row is in; 0 is the whole run. */
  int turn(int ofDepth) {
    return around[ofDepth];
  }
}
