package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Variables of the older version that hold what a statement of latest asks for each time. */
final class Kept {
  private final Pairing pairing;
  private final List<List<String>> asked;
  private final IdentityHashMap<Node, Integer> behind = new IdentityHashMap<>();

  Kept(Pairing pairing, Statement statement) {
    this.pairing = pairing;
    this.asked = statement.findAll(MethodCallExpr.class).stream()
        .filter(Respelling::reads)
        .map(pairing::latestTokens)
        .toList();
  }

  /**
   * The gap behind a variable of the slot's list that is set to what the statement asks for, and that nothing there reads: it was
   * there for the statement.
   */
  Optional<Integer> behind(Slot slot) {
    int gap = asked.isEmpty()
        ? 0
        : behind.computeIfAbsent(slot.list().node(), node -> gapBehind(slot.list()));
    return Optional.of(gap).filter(g -> g > 0);
  }

  private int gapBehind(StatementList list) {
    for (int i = list.statements().size() - 1; i >= 0; i--) {
      if (declared(list.statements().get(i)).filter(this::isForNothing).isPresent()) {
        return i + 1;
      }
    }
    return 0;
  }

  private static Optional<VariableDeclarator> declared(Statement statement) {
    return statement
        .toExpressionStmt()
        .flatMap(s -> s.getExpression().toVariableDeclarationExpr())
        .filter(declaration -> declaration.getVariables().size() == 1)
        .map(declaration -> declaration.getVariable(0));
  }

  private boolean isForNothing(VariableDeclarator variable) {
    return variable
            .getInitializer()
            .filter(value -> asked.contains(pairing.olderTokens(value)))
            .isPresent()
        && Pairing.member(variable)
            .filter(member -> member
                .findFirst(
                    NameExpr.class, use -> use.getNameAsString().equals(variable.getNameAsString()))
                .isEmpty())
            .isPresent();
  }
}
