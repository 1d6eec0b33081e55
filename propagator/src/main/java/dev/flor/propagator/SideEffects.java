package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Optional;
import java.util.Set;

/** Finds what in a carried piece would change what the older program does. */
final class SideEffects {
  private static final Set<String> ADVANCING =
      Set.of("next", "poll", "pop", "remove", "take", "read", "readLine", "random");

  private final Unit unit;
  private final Cargo cargo;

  SideEffects(Unit unit, Cargo cargo) {
    this.unit = unit;
    this.cargo = cargo;
  }

  /** Warns of every assignment to something that does not travel, and of calls that draw from a stream. */
  void warn(Node root) {
    root.walk(Node.TreeTraversal.PREORDER, node -> found(node, root)
        .ifPresent(what -> cargo.warn("side-effect: " + what)));
  }

  private Optional<String> found(Node node, Node root) {
    if (node instanceof AssignExpr assignment && outside(assignment.getTarget(), root)) {
      return Optional.of(unit.text(node));
    }
    if (node instanceof UnaryExpr unary && steps(unary) && outside(unary.getExpression(), root)) {
      return Optional.of(unit.text(node));
    }
    return node instanceof MethodCallExpr call && advances(call.getNameAsString())
        ? Optional.of(unit.text(node))
        : Optional.empty();
  }

  private static boolean steps(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  static boolean advances(String name) {
    return ADVANCING.contains(name) || name.startsWith("next");
  }

  /** Whether what is assigned to lives on outside of what is carried. */
  private boolean outside(Expression target, Node root) {
    Optional<NameExpr> name = rootName(target);
    if (name.isEmpty()) {
      return true;
    }
    return Scope.variable(unit, name.get().getNameAsString(), name.get())
        .filter(b -> cargo.takes(b.node()) || Nodes.within(b.node(), root))
        .isEmpty();
  }

  /** {@code a} of {@code a.b[i]}. */
  static Optional<NameExpr> rootName(Expression expression) {
    if (expression instanceof NameExpr name) {
      return Optional.of(name);
    }
    if (expression instanceof ArrayAccessExpr access) {
      return rootName(access.getName());
    }
    if (expression instanceof MethodCallExpr call) {
      return call.getScope().flatMap(SideEffects::rootName);
    }
    return expression instanceof FieldAccessExpr access
        ? rootName(access.getScope())
        : Optional.empty();
  }
}
