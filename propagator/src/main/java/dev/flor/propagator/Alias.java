package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.Optional;

/** A local variable that is just another name for a field: where latest uses the variable, the older version has the field itself. */
final class Alias {
  private Alias() {}

  /** What the variable is initialised with, if the older version has that where latest uses the variable. */
  static Optional<Expression> spelledOut(Binding wanted, Pairing pairing) {
    return wanted.node() instanceof VariableDeclarator variable
        ? variable
            .getInitializer()
            .filter(value -> value instanceof NameExpr || value instanceof FieldAccessExpr)
            .filter(value -> isUsedInstead(value, wanted, pairing))
        : Optional.empty();
  }

  private static boolean isUsedInstead(Expression value, Binding wanted, Pairing pairing) {
    Optional<Node> member = Pairing.member(wanted.node());
    return member.isPresent()
        && member
            .get()
            .findAll(NameExpr.class, n -> n.getNameAsString().equals(wanted.name()))
            .stream()
            .anyMatch(use -> pairing
                .opposite(use)
                .filter(older -> pairing.olderTokens(older).equals(pairing.latestTokens(value)))
                .isPresent());
  }
}
