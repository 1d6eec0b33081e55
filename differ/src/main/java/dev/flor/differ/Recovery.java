package dev.flor.differ;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Links, inside linked nodes, the children that the other phases have left: in order by likeness, then whatever moved. */
final class Recovery {
  private static final double UNIT = 0.4;
  private static final double MOVED_UNIT = 0.6;

  private final Mapping mapping;
  private final NodeTable a;
  private final NodeTable b;
  private final Similarity similarity;

  Recovery(Mapping mapping) {
    this.mapping = mapping;
    this.a = mapping.a;
    this.b = mapping.b;
    this.similarity = new Similarity(mapping);
  }

  /** All linked nodes of a subtree, outermost first, so that what is linked on the way is looked into too. */
  static void run(Scope scope) {
    Recovery recovery = new Recovery(scope.mapping());
    for (int x = scope.x(); x < scope.endA(); x++) {
      int y = scope.mapping().toB(x);
      if (y >= 0) {
        recovery.alignChildren(x, y);
      }
    }
  }

  void alignChildren(int x, int y) {
    int[] xs = a.children(x);
    int[] ys = b.children(y);
    if (settled(xs, mapping::freeA) || settled(ys, mapping::freeB)) {
      return;
    }
    linkHeaders(free(xs, mapping::freeA), free(ys, mapping::freeB));
    linkAll(Sequences.align(xs.length, ys.length, (i, j) -> weight(xs[i], ys[j])), xs, ys);
    linkMoved(xs, ys);
  }

  /** Whether all children have their counterparts already. */
  private static boolean settled(int[] children, IntPredicate free) {
    for (int child : children) {
      if (free.test(child)) {
        return false;
      }
    }
    return true;
  }

  /** Conditions, caught types, case labels, loop headers that occur once on either side. */
  private void linkHeaders(List<Integer> left, List<Integer> right) {
    Map<Long, List<Integer>> xs = Headers.group(a, left);
    Map<Long, List<Integer>> ys = Headers.group(b, right);
    xs.forEach((header, of) -> {
      List<Integer> same = ys.getOrDefault(header, List.of());
      if (of.size() == 1 && same.size() == 1) {
        link(of.get(0), same.get(0));
      }
    });
  }

  private static List<Integer> free(int[] children, IntPredicate free) {
    List<Integer> found = new ArrayList<>();
    for (int child : children) {
      if (free.test(child)) {
        found.add(child);
      }
    }
    return found;
  }

  private void linkAll(List<int[]> pairs, int[] xs, int[] ys) {
    for (int[] pair : pairs) {
      link(xs[pair[0]], ys[pair[1]]);
    }
  }

  private void link(int x, int y) {
    if (a.hash(x) == b.hash(y)) {
      mapping.linkWhole(x, y);
    } else {
      mapping.link(x, y);
    }
  }

  /** Links that stand outweigh whatever could be linked across them. */
  private double weight(int x, int y) {
    if (!mapping.freeA(x) || !mapping.freeB(y)) {
      return mapping.linked(x, y) ? 10 : 0;
    }
    Node p = a.node(x);
    Node q = b.node(y);
    if (!Kinds.compatible(p, q)) {
      return 0;
    }
    if (a.hash(x) == b.hash(y)) {
      return 1.5;
    }
    return Kinds.isUnit(p) ? unitWeight(x, y, p, q) : similarity.ofParts(x, y);
  }

  /** The block of a linked statement is that statement's block, whatever became of its contents. */
  private double unitWeight(int x, int y, Node p, Node q) {
    double alike = similarity.ofUnits(x, y);
    if (Kinds.isBodyBlock(p) && Kinds.isBodyBlock(q)) {
      return Math.max(0.5, alike);
    }
    return alike >= UNIT ? alike : 0;
  }

  private void linkMoved(int[] xs, int[] ys) {
    List<Integer> left = free(xs, mapping::freeA);
    List<Integer> right = free(ys, mapping::freeB);
    if (!left.isEmpty() && !right.isEmpty()) {
      linkSame(left, right);
      linkAlike(left, right);
    }
  }

  private void linkSame(List<Integer> left, List<Integer> right) {
    Map<Long, List<Integer>> byHash = new TreeMap<>();
    right.forEach(
        y -> byHash.computeIfAbsent(b.hash(y), key -> new ArrayList<>()).add(y));
    for (int x : left) {
      List<Integer> same = byHash.getOrDefault(a.hash(x), List.of());
      same.stream().filter(mapping::freeB).findFirst().ifPresent(y -> link(x, y));
    }
  }

  private void linkAlike(List<Integer> left, List<Integer> right) {
    if ((long) left.size() * right.size() > Sequences.LARGEST) {
      return;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int x : left) {
      for (int y : right) {
        if (mapping.freeA(x) && mapping.freeB(y) && Kinds.compatible(a.node(x), b.node(y))) {
          double score =
              Kinds.isUnit(a.node(x)) ? similarity.ofUnits(x, y) : similarity.ofParts(x, y);
          if (score >= MOVED_UNIT) {
            pairs.add(new Pair(x, y, score));
          }
        }
      }
    }
    Pair.bestFirst(pairs).forEach(pair -> link(pair.x(), pair.y()));
  }
}
