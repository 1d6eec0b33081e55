package dev.flor.differ;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The top-down phase: links subtrees that are the same but for comments and layout, the largest first. */
final class Identical {
  /** An expression of fewer nodes says little about where it belongs. */
  private static final int TELLING = 5;

  private final Scope scope;
  private final IntPredicate candidateA;
  private final IntPredicate candidateB;

  private Identical(Scope scope, IntPredicate candidateA, IntPredicate candidateB) {
    this.scope = scope;
    this.candidateA = candidateA;
    this.candidateB = candidateB;
  }

  /** Links what occurs once on either side, then what has the same neighbours once on either side. */
  static void linkTelling(Scope scope) {
    Identical phase = new Identical(
        scope, x -> telling(scope.a(), x, TELLING), y -> telling(scope.b(), y, TELLING));
    phase.linkUnique(false);
    phase.linkUnique(true);
  }

  /** As above for large units of which one side or the other stands in a member without counterpart. */
  static void linkMoved(Scope scope, IntPredicate candidateA, IntPredicate candidateB, int size) {
    new Identical(
            scope,
            x -> candidateA.test(x) && telling(scope.a(), x, size),
            y -> candidateB.test(y) && telling(scope.b(), y, size))
        .linkUnique(false);
  }

  /** What is left: any subtree that occurs equally often on both sides, in order. */
  static void linkRest(Scope scope) {
    new Identical(scope, x -> scope.a().height(x) > 0, y -> scope.b().height(y) > 0).linkInOrder();
  }

  private static boolean telling(NodeTable table, int i, int size) {
    return table.height(i) > 0
        && (table.size(i) >= TELLING || Kinds.isUnit(table.node(i)))
        && (size <= TELLING || table.size(i) >= size);
  }

  private void linkUnique(boolean withNeighbours) {
    groups(withNeighbours).forEach(group -> {
      if (group.xs.size() == 1 && group.ys.size() == 1) {
        link(group.xs.get(0), group.ys.get(0));
      }
    });
  }

  private void linkInOrder() {
    groups(false).forEach(group -> {
      List<Integer> xs = group.xs.stream().filter(scope.mapping()::freeA).toList();
      List<Integer> ys = group.ys.stream().filter(scope.mapping()::freeB).toList();
      for (int k = 0; k < xs.size() && xs.size() == ys.size(); k++) {
        link(xs.get(k), ys.get(k));
      }
    });
  }

  private void link(int x, int y) {
    if (scope.mapping().freeA(x) && scope.mapping().freeB(y)) {
      scope.mapping().linkWhole(x, y);
    }
  }

  /** Free candidates of one hash on either side, high subtrees first. */
  private List<Group> groups(boolean withNeighbours) {
    Map<Key, Group> groups = new LinkedHashMap<>();
    NodeTable a = scope.a();
    NodeTable b = scope.b();
    for (int x = scope.x(); x < scope.endA(); x++) {
      if (scope.mapping().freeA(x) && candidateA.test(x)) {
        groups.computeIfAbsent(Key.of(a, x, withNeighbours), Group::new).xs.add(x);
      }
    }
    List<Group> shared = new ArrayList<>();
    for (int y = scope.y(); y < scope.endB() && !groups.isEmpty(); y++) {
      if (scope.mapping().freeB(y) && candidateB.test(y)) {
        Group group = groups.get(Key.of(b, y, withNeighbours));
        if (group != null) {
          if (group.ys.isEmpty()) {
            shared.add(group);
          }
          group.ys.add(y);
        }
      }
    }
    shared.sort(Comparator.comparing(group -> group.key));
    return shared;
  }

  private static final class Group {
    private final Key key;
    private final List<Integer> xs = new ArrayList<>();
    private final List<Integer> ys = new ArrayList<>();

    private Group(Key key) {
      this.key = key;
    }
  }

  private record Key(int height, long hash, long neighbours) implements Comparable<Key> {
    static Key of(NodeTable table, int i, boolean withNeighbours) {
      return new Key(table.height(i), table.hash(i), withNeighbours ? neighbours(table, i) : 0);
    }

    private static long neighbours(NodeTable table, int i) {
      if (table.parent(i) < 0) {
        return 0;
      }
      int[] siblings = table.children(table.parent(i));
      int at = Arrays.binarySearch(siblings, i);
      long before = at > 0 ? table.hash(siblings[at - 1]) : 1;
      long after = at + 1 < siblings.length ? table.hash(siblings[at + 1]) : 2;
      return Hashes.mix(before, after);
    }

    @Override
    public int compareTo(Key other) {
      int byHeight = Integer.compare(other.height, height);
      int byHash = byHeight != 0 ? byHeight : Long.compare(hash, other.hash);
      return byHash != 0 ? byHash : Long.compare(neighbours, other.neighbours);
    }
  }
}
