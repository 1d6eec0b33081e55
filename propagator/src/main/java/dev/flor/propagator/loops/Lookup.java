package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.flor.propagator.loops.TypeFamilies.Field;
import java.util.List;
import java.util.Optional;

/** Finds what a name means where it stands. */
final class Lookup {
  private final TypeFamilies types;

  Lookup(TypeFamilies types) {
    this.types = types;
  }

  /** The declaration (VariableDeclarator, Parameter or TypePatternExpr) of the local variable of this name. */
  static Optional<Node> local(String name, Node at) {
    Node child = at;
    Node scope = at.getParentNode().orElse(null);
    while (scope != null && !(scope instanceof TypeDeclaration<?> type && !isLocal(type))) {
      Optional<Node> found = declaredIn(scope, child, name);
      if (found.isPresent()) {
        return found;
      }
      child = scope;
      scope = scope.getParentNode().orElse(null);
    }
    return Optional.empty();
  }

  /** The field of this name, of the types around, the innermost first. */
  Optional<Field> field(String name, Node at) {
    for (Node scope = at; scope != null; scope = scope.getParentNode().orElse(null)) {
      if (scope instanceof TypeDeclaration<?> type) {
        Optional<Field> found = types.field(type.getNameAsString(), name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isLocal(TypeDeclaration<?> type) {
    return type.getParentNode().filter(Statement.class::isInstance).isPresent();
  }

  private static Optional<Node> declaredIn(Node scope, Node child, String name) {
    if (scope instanceof BlockStmt block) {
      return before(block.getStatements(), child, name);
    }
    if (scope instanceof SwitchEntry entry) {
      return before(entry.getStatements(), child, name).or(() -> pattern(entry, name));
    }
    if (scope instanceof ForStmt loop) {
      return loop.getInitialization().stream()
          .flatMap(e -> declared(e, name).stream())
          .findFirst();
    }
    if (scope instanceof ForEachStmt loop && !same(child, loop.getIterable())) {
      return declared(loop.getVariable(), name);
    }
    if (scope instanceof TryStmt attempt) {
      return attempt.getResources().stream()
          .flatMap(e -> declared(e, name).stream())
          .findFirst();
    }
    return parameter(scope, name).or(() -> member(scope, name)).or(() -> pattern(scope, name));
  }

  private static Optional<Node> before(List<Statement> statements, Node child, String name) {
    Optional<Node> found = Optional.empty();
    for (Statement statement : statements) {
      if (same(statement, child)) {
        break;
      }
      Optional<Node> here = statement instanceof ExpressionStmt expression
          ? declared(expression.getExpression(), name)
          : pattern(statement, name);
      found = here.isPresent() ? here : found;
    }
    return found;
  }

  private static Optional<Node> declared(Expression expression, String name) {
    return expression instanceof VariableDeclarationExpr variables
        ? variables.getVariables().stream()
            .filter(v -> v.getNameAsString().equals(name))
            .map(Node.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Node> parameter(Node scope, String name) {
    List<Parameter> parameters = List.of();
    if (scope instanceof LambdaExpr lambda) {
      parameters = lambda.getParameters();
    } else if (scope instanceof CallableDeclaration<?> callable) {
      parameters = callable.getParameters();
    } else if (scope instanceof CatchClause clause) {
      parameters = List.of(clause.getParameter());
    }
    return parameters.stream()
        .filter(p -> p.getNameAsString().equals(name))
        .map(Node.class::cast)
        .findFirst();
  }

  /** A field of an anonymous or local class: as good as a variable of the code around it. */
  private static Optional<Node> member(Node scope, String name) {
    List<BodyDeclaration<?>> members = List.of();
    if (scope instanceof ObjectCreationExpr creation
        && creation.getAnonymousClassBody().isPresent()) {
      members = creation.getAnonymousClassBody().get();
    } else if (scope instanceof TypeDeclaration<?> type) {
      members = type.getMembers();
    }
    return members.stream()
        .flatMap(m -> m.toFieldDeclaration().stream())
        .flatMap(field -> field.getVariables().stream())
        .filter(variable -> variable.getNameAsString().equals(name))
        .map(Node.class::cast)
        .findFirst();
  }

  /** {@code x instanceof T name}, in the condition of a statement or in an expression. */
  private static Optional<Node> pattern(Node scope, String name) {
    return scope instanceof Statement || scope instanceof Expression || scope instanceof SwitchEntry
        ? scope
            .findFirst(TypePatternExpr.class, p -> p.getNameAsString().equals(name))
            .map(Node.class::cast)
        : Optional.empty();
  }

  static boolean within(Node node, Node outer) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (same(at, outer)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality")
  static boolean same(Node one, Node other) {
    return one == other;
  }

  static String name(Node declaration) {
    if (declaration instanceof VariableDeclarator variable) {
      return variable.getNameAsString();
    }
    return declaration instanceof Parameter parameter
        ? parameter.getNameAsString()
        : ((TypePatternExpr) declaration).getNameAsString();
  }
}
