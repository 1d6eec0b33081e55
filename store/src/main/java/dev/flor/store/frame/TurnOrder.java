package dev.flor.store.frame;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Puts turns in order where their numbers are not: those of several threads, or of several runs. */
final class TurnOrder {
  private final Turns turns;
  private final int[] starts;
  private final int[] children;
  private final int[] order;

  TurnOrder(Turns turns) {
    this.turns = turns;
    int n = turns.size();
    this.starts = new int[n + 2];
    for (int turn = 1; turn < n; turn++) {
      starts[turns.parent(turn) + 2]++;
    }
    for (int turn = 1; turn < starts.length; turn++) {
      starts[turn] += starts[turn - 1];
    }
    this.children = new int[n];
    for (int turn = 1; turn < n; turn++) {
      children[starts[turns.parent(turn) + 1]++] = turn;
    }
    this.order = new int[n];
  }

  /** Depth first, without recursion: loops may lie in each other as deep as they like. */
  int[] order() {
    int[] stack = new int[turns.size() + 1];
    int top = 0;
    int next = 0;
    stack[top++] = 0;
    while (top > 0) {
      int turn = stack[--top];
      order[next++] = turn;
      int[] inside = sortedChildren(turn);
      for (int i = inside.length - 1; i >= 0; i--) {
        stack[top++] = inside[i];
      }
    }
    return order;
  }

  private int[] sortedChildren(int turn) {
    return IntStream.range(starts[turn], starts[turn + 1])
        .map(i -> children[i])
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(turns::loop)
            .thenComparingLong(turns::index)
            .thenComparingInt(child -> child))
        .mapToInt(child -> child)
        .toArray();
  }
}
