package dev.flor.differ;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Links statements of two members that the other phases have left, whatever block they went into, if they are much alike. */
final class Strays {
  private static final double ALIKE = 0.6;

  /** Shorter statements are alike by accident. */
  private static final int TELLING = 5;

  private final Mapping mapping;
  private final Similarity similarity;

  private Strays(Mapping mapping) {
    this.mapping = mapping;
    this.similarity = new Similarity(mapping);
  }

  static void link(Scope scope) {
    new Strays(scope.mapping()).run(scope);
  }

  private void run(Scope scope) {
    List<Integer> left = strays(scope.a(), scope.x(), scope.endA(), mapping::freeA);
    List<Integer> right = strays(scope.b(), scope.y(), scope.endB(), mapping::freeB);
    if ((long) left.size() * right.size() > Sequences.LARGEST) {
      return;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int x : left) {
      for (int y : right) {
        if (Kinds.compatible(scope.a().node(x), scope.b().node(y))) {
          double score = similarity.ofUnits(x, y);
          if (score >= ALIKE) {
            pairs.add(new Pair(x, y, score));
          }
        }
      }
    }
    Pair.bestFirst(pairs).forEach(pair -> mapping.link(pair.x(), pair.y()));
  }

  /** Statements without statements in them. */
  private static List<Integer> strays(NodeTable table, int from, int to, IntPredicate free) {
    List<Integer> found = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (free.test(i) && table.size(i) >= TELLING && isSimple(table.node(i))) {
        found.add(i);
      }
    }
    return found;
  }

  private static boolean isSimple(Node node) {
    return node instanceof Statement
        && !(node instanceof BlockStmt)
        && node.findAll(Statement.class).size() == 1;
  }
}
