package dev.flor.differ;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.stream.Collectors;

/** Signatures as text: the simple name and the parameter types without packages, type arguments and annotations. */
final class Signatures {
  private Signatures() {}

  /** A constructor's name is its class's, which may have changed: {@code <init>} stands for it. */
  static String of(CallableDeclaration<?> callable) {
    String name =
        callable instanceof ConstructorDeclaration ? "<init>" : callable.getNameAsString();
    return name
        + callable.getParameters().stream()
            .map(Signatures::type)
            .collect(Collectors.joining(",", "(", ")"));
  }

  private static String type(Parameter parameter) {
    return type(parameter.getType()) + (parameter.isVarArgs() ? "[]" : "");
  }

  private static String type(Type type) {
    if (type instanceof ArrayType array) {
      return type(array.getComponentType()) + "[]";
    }
    return type instanceof ClassOrInterfaceType named ? named.getNameAsString() : type.asString();
  }
}
