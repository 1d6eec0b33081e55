package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.IfStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Conditions that are asked one after the other, {@code if ... else if ... else}: such chains get longer over the years. */
final class Branches {
  /** What it counts that two chains begin alike and have all conditions of the shorter one in common. */
  private static final double SAME_CHAIN = 0.9;

  private Branches() {}

  /**
   * How alike what is left over by two chains is, whatever their last conditions are.
   *
   * @param latest the last {@code if} of a chain, whose {@code else} it is
   * @param older the same in the older version
   * @return 0 if neither is a chain, or they do not begin alike
   */
  static double otherwise(Node latest, Node older, Pairing pairing) {
    List<List<String>> now = conditions(latest, pairing::latestTokens);
    List<List<String>> then = conditions(older, pairing::olderTokens);
    int shorter = Math.min(now.size(), then.size());
    if (now.size() + then.size() <= 2 || shorter == 0 || !now.get(0).equals(then.get(0))) {
      return 0;
    }
    long shared = then.stream().filter(now::contains).count();
    return SAME_CHAIN * Math.min(1, (double) shared / shorter);
  }

  /** From the first on. */
  private static List<List<String>> conditions(Node last, Function<Node, List<String>> tokens) {
    List<List<String>> conditions = new ArrayList<>();
    Node at = last;
    while (at instanceof IfStmt branch) {
      Expression condition = branch.getCondition();
      conditions.add(0, tokens.apply(condition));
      at = branch
          .getParentNode()
          .filter(parent -> parent instanceof IfStmt outer
              && outer.getElseStmt().filter(e -> Nodes.same(e, branch)).isPresent())
          .orElse(null);
    }
    return conditions;
  }
}
