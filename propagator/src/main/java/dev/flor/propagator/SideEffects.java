package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what in a carried piece would change what the older program does. */
final class SideEffects {
  private static final Set<String> ADVANCING =
      Set.of("next", "poll", "pop", "remove", "take", "read", "readLine", "random");

  /** Verbs of which a call, by its name, does something. */
  private static final Pattern ACTING = Pattern.compile(
      "(add|await|cancel|clear|close|commit|compareAndSet|complete|connect|create|delete|destroy|disconnect|drain|execute"
          + "|flush|getAnd|incrementAnd|decrementAnd|invoke|join|lock|notify|offer|open|pop|post|publish|push|put|register|release"
          + "|remove|reset|restart|retry|rollback|save|send|set|shutdown|signal|sleep|start|stop|submit|tryLock|tryAcquire"
          + "|unlock|unregister|update|wait|write)([A-Z0-9_].*)?|acquire|[a-z]+AndGet");

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
    return node instanceof MethodCallExpr call && (advances(call.getNameAsString()) || acts(call))
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

  /** Whether a condition that comes along asks by doing something, such as waiting or cancelling. */
  private static boolean acts(MethodCallExpr call) {
    return ACTING.matcher(call.getNameAsString()).matches()
        && Nodes.enclosing(call, IfStmt.class)
            .filter(check -> Nodes.within(call, check.getCondition()))
            .isPresent();
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
