package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;

/** A method's local variable whose value it returns at its end, and the variable that keeps it where the method is called: these are one where the code is in one piece. */
final class Result {
  private Result() {}

  /** The variable that a method returns. */
  static Optional<VariableDeclarator> returned(Unit unit, CallableDeclaration<?> callable) {
    List<Statement> body = callable instanceof MethodDeclaration method
        ? method.getBody().map(b -> List.<Statement>copyOf(b.getStatements())).orElse(List.of())
        : List.of();
    return body.isEmpty() || !(body.get(body.size() - 1) instanceof ReturnStmt last)
        ? Optional.empty()
        : last.getExpression()
            .filter(NameExpr.class::isInstance)
            .flatMap(value -> Scope.variable(unit, value.toString(), value))
            .filter(binding -> !binding.field())
            .map(Binding::node)
            .filter(VariableDeclarator.class::isInstance)
            .map(VariableDeclarator.class::cast);
  }

  /** The name of the variable that a statement sets to what a call returns, and nothing else. */
  static Optional<String> keptIn(MethodCallExpr call) {
    Node parent = call.getParentNode().orElseThrow();
    Optional<Node> statement = parent
        .getParentNode()
        .flatMap(p -> p instanceof VariableDeclarationExpr declaration
                && declaration.getVariables().size() == 1
            ? p.getParentNode()
            : Optional.of(p));
    if (statement.filter(ExpressionStmt.class::isInstance).isEmpty()) {
      return Optional.empty();
    }
    if (parent instanceof VariableDeclarator variable) {
      return Optional.of(variable.getNameAsString());
    }
    return parent instanceof AssignExpr assignment
            && assignment.getTarget() instanceof NameExpr target
        ? Optional.of(target.getNameAsString())
        : Optional.empty();
  }
}
