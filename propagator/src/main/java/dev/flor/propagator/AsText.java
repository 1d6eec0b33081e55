package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;

/** Tells where a value is only turned into text, so that its type does not matter. */
final class AsText {
  private AsText() {}

  /** Whether an expression is appended to a string, or written by a logger behind its message. */
  static boolean reads(Expression expression) {
    Node parent = expression.getParentNode().orElse(null);
    if (parent instanceof EnclosedExpr enclosed) {
      return reads(enclosed);
    }
    if (parent instanceof BinaryExpr sum && sum.getOperator() == Operator.PLUS) {
      boolean right = Nodes.same(sum.getRight(), expression);
      return right ? text(sum.getLeft()) : text(sum.getRight());
    }
    return parent instanceof MethodCallExpr call
        && Loggers.logs(call)
        && call.getArguments().stream().skip(1).anyMatch(a -> Nodes.same(a, expression));
  }

  private static boolean text(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return text(enclosed.getInner());
    }
    return expression.isStringLiteralExpr()
        || expression.isTextBlockLiteralExpr()
        || (expression instanceof BinaryExpr sum
            && sum.getOperator() == Operator.PLUS
            && (text(sum.getLeft()) || text(sum.getRight())));
  }
}
