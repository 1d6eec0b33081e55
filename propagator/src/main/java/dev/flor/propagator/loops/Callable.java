package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * Code that runs when called: a method, a constructor, or what initialises the fields of a new object.
 *
 * @param number its place in the project
 * @param owner simple name of its type; empty for an anonymous one
 * @param name {@link #CONSTRUCTOR} and {@link #FIELDS} for what runs at {@code new}, {@link #STATIC} for what runs once
 */
record Callable(int number, SourceFile file, String owner, String name, Node node) {
  static final String CONSTRUCTOR = "<init>";
  static final String FIELDS = "<fields>";
  static final String STATIC = "<static>";

  /** A lambda expression or a method reference, in the terms of the code that it stands in. */
  static final String FUNCTION = "<function>";

  boolean isFunction() {
    return name.equals(FUNCTION);
  }

  /** What stands for anything that a method reference is called with. */
  static Root given(SourceFile file, MethodReferenceExpr reference) {
    return Root.variable(file.path() + ":" + file.start(reference) + ":::", "::");
  }

  List<Parameter> parameters() {
    if (node instanceof LambdaExpr lambda) {
      return lambda.getParameters();
    }
    return node instanceof CallableDeclaration<?> callable ? callable.getParameters() : List.of();
  }

  boolean takes(int arguments) {
    if (node instanceof MethodReferenceExpr) {
      return true;
    }
    int declared = parameters().size();
    boolean varArgs = declared > 0 && parameters().get(declared - 1).isVarArgs();
    return arguments == declared || (varArgs && arguments >= declared - 1);
  }

  Optional<Type> returns() {
    return node instanceof MethodDeclaration method
        ? Optional.of(method.getType())
        : Optional.empty();
  }

  /** Place of the parameter that takes an argument. */
  int parameterOf(int argument) {
    return Math.min(argument, parameters().size() - 1);
  }

  boolean spansLine(String path, int line) {
    return file.path().equals(path) && file.line(node) <= line && line <= file.lastLine(node);
  }
}
