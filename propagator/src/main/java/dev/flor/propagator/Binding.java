package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import java.util.Optional;

/**
 * A declared variable.
 *
 * @param node the VariableDeclarator, Parameter, TypePatternExpr or EnumConstantDeclaration
 * @param field whether it belongs to a type rather than to a method
 */
record Binding(String name, Node node, boolean field) {

  /** The declared type, if it is written down; of {@code var x = new T()}, {@code T}. */
  Optional<String> type() {
    if (node instanceof VariableDeclarator variable) {
      Type type = variable.getType();
      return type.isVarType()
          ? variable.getInitializer().flatMap(Binding::typeOf)
          : Optional.of(type.asString());
    }
    if (node instanceof Parameter parameter
        && !parameter.getType().isUnknownType()
        && !parameter.getType().isVarType()) {
      return Optional.of(parameter.getType().asString() + (parameter.isVarArgs() ? "[]" : ""));
    }
    return node instanceof TypePatternExpr pattern
        ? Optional.of(pattern.getType().asString())
        : Optional.empty();
  }

  /** The type of a value that shows it. */
  static Optional<String> typeOf(Expression value) {
    if (value instanceof ObjectCreationExpr creation) {
      return Optional.of(creation.getType().asString());
    }
    if (value.isIntegerLiteralExpr()) {
      return Optional.of("int");
    }
    if (value.isDoubleLiteralExpr()) {
      return Optional.of("double");
    }
    return value instanceof LiteralStringValueExpr && value.isStringLiteralExpr()
        ? Optional.of("String")
        : Optional.empty();
  }
}
