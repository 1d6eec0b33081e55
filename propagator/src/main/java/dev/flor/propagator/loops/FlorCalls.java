package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;

/** Recognises calls of the runtime, and loops over {@code Flor.loop}. */
final class FlorCalls {
  private FlorCalls() {}

  static boolean is(Node node, String method) {
    return node instanceof MethodCallExpr call
        && call.getNameAsString().equals(method)
        && isFlor(call);
  }

  /** Any call on {@code Flor}, or of a statically imported method of it. */
  static boolean isFlor(MethodCallExpr call) {
    return call.getScope()
        .map(scope -> scope.toString().equals("Flor") || scope.toString().equals("dev.flor.Flor"))
        .orElseGet(() -> imported(call));
  }

  private static boolean imported(MethodCallExpr call) {
    return call.findCompilationUnit().stream()
        .flatMap(unit -> unit.getImports().stream())
        .filter(declared -> declared.isStatic())
        .anyMatch(declared -> declared
            .getNameAsString()
            .equals("dev.flor.Flor" + (declared.isAsterisk() ? "" : "." + call.getNameAsString())));
  }

  static boolean isLoop(Node node) {
    return node instanceof ForEachStmt loop && is(loop.getIterable(), "loop");
  }

  /** A call of {@code Flor.loop} that heads no for-each statement: what it drives is not known. */
  static boolean isLooseLoop(Node node) {
    return is(node, "loop") && node.getParentNode().filter(FlorCalls::isLoop).isEmpty();
  }

  /** The name of a loop, if it is a literal. */
  static Optional<String> name(ForEachStmt loop) {
    return literal(((MethodCallExpr) loop.getIterable()).getArguments());
  }

  static Optional<String> literal(List<Expression> arguments) {
    return !arguments.isEmpty() && arguments.get(0) instanceof StringLiteralExpr literal
        ? Optional.of(literal.asString())
        : Optional.empty();
  }

  /** The loops under a node, outside of others' bodies. */
  static List<ForEachStmt> outermost(Node node) {
    return node.findAll(ForEachStmt.class, FlorCalls::isLoop).stream()
        .filter(loop -> enclosing(loop, node).isEmpty())
        .toList();
  }

  /** The innermost flor loop around a node, within {@code limit}. */
  static Optional<ForEachStmt> enclosing(Node node, Node limit) {
    Node child = node;
    while (!Lookup.same(child, limit) && child.getParentNode().isPresent()) {
      Node parent = child.getParentNode().get();
      if (isLoop(parent) && child instanceof Statement && Lookup.within(parent, limit)) {
        return Optional.of((ForEachStmt) parent);
      }
      child = parent;
    }
    return Optional.empty();
  }
}
