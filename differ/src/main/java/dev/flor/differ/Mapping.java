package dev.flor.differ;

import com.github.javaparser.ast.Node;
import java.util.Arrays;
import java.util.Optional;

/** An alignment in the making, over the numbers of two node tables. */
final class Mapping implements Alignment {
  private static final int FREE = -1;

  final NodeTable a;
  final NodeTable b;
  private final int[] toB;
  private final int[] toA;

  Mapping(NodeTable latest, NodeTable older) {
    this.a = latest;
    this.b = older;
    this.toB = new int[latest.count()];
    this.toA = new int[older.count()];
    Arrays.fill(toB, FREE);
    Arrays.fill(toA, FREE);
  }

  boolean freeA(int x) {
    return toB[x] == FREE;
  }

  boolean freeB(int y) {
    return toA[y] == FREE;
  }

  /** The counterpart of {@code x}, -1 if it has none. */
  int toB(int x) {
    return toB[x];
  }

  int toA(int y) {
    return toA[y];
  }

  boolean linked(int x, int y) {
    return toB[x] == y;
  }

  /** Links two nodes if both are free. */
  void link(int x, int y) {
    if (freeA(x) && freeB(y)) {
      toB[x] = y;
      toA[y] = x;
    }
  }

  /** Links two subtrees of one hash node by node, but for what is taken already. */
  void linkWhole(int x, int y) {
    for (int k = 0; k < a.size(x); k++) {
      link(x + k, y + k);
    }
  }

  /** Number of descendants of {@code x} whose counterparts are descendants of {@code y}. */
  int common(int x, int y) {
    int common = 0;
    for (int i = x + 1; i < a.end(x); i++) {
      common += toB[i] > y && toB[i] < b.end(y) ? 1 : 0;
    }
    return common;
  }

  @Override
  public Optional<Node> older(Node latest) {
    int number = a.number(latest);
    return number < 0 || freeA(number) ? Optional.empty() : Optional.of(b.node(toB[number]));
  }

  @Override
  public Optional<Node> latest(Node older) {
    int number = b.number(older);
    return number < 0 || freeB(number) ? Optional.empty() : Optional.of(a.node(toA[number]));
  }
}
