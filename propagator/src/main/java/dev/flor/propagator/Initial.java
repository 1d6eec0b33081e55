package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Optional;

/** What a local variable is set to, where the variable can be replaced by it. */
final class Initial {
  private Initial() {}

  /** Empty if the variable is set twice, or its value does something or cannot stand elsewhere. */
  static Optional<Expression> value(Binding wanted, Pairing pairing) {
    if (!(wanted.node() instanceof VariableDeclarator variable) || wanted.field()) {
      return Optional.empty();
    }
    return setAgain(wanted)
        ? Optional.empty()
        : variable.getInitializer().filter(Initial::onlyReads);
  }

  /** Whether a local variable gets another value after its first. */
  static boolean setAgain(Binding wanted) {
    return Pairing.member(wanted.node())
        .filter(m -> !m.findAll(
                AssignExpr.class,
                a -> a.getTarget() instanceof NameExpr name
                    && name.getNameAsString().equals(wanted.name()))
            .isEmpty())
        .isPresent();
  }

  static boolean needsParentheses(Expression value) {
    return !(value instanceof NameExpr
        || value instanceof FieldAccessExpr
        || value instanceof MethodCallExpr
        || value instanceof LiteralExpr);
  }

  private static boolean onlyReads(Expression value) {
    return value
        .findFirst(
            Node.class,
            n -> n instanceof ObjectCreationExpr
                || n instanceof LambdaExpr
                || n instanceof MethodReferenceExpr
                || n instanceof ArrayInitializerExpr
                || n instanceof AssignExpr
                || (n instanceof UnaryExpr u && u.getOperator().name().contains("CREMENT"))
                || (n instanceof MethodCallExpr call && !Respelling.reads(call)))
        .isEmpty();
  }
}
