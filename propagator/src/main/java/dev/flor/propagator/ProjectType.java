package dev.flor.propagator;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Optional;

/** A type that is declared in the sources of a version. */
record ProjectType(Unit unit, TypeDeclaration<?> node) {

  String name() {
    return node.getNameAsString();
  }

  String qualifiedName() {
    return node.getFullyQualifiedName().orElse(name());
  }

  boolean topLevel() {
    return node.isTopLevelType();
  }

  List<MethodDeclaration> methods(String name, int arity) {
    return node.getMethodsByName(name).stream()
        .filter(m -> m.getParameters().size() == arity
            || (m.getParameters().size() <= arity + 1 && varArgs(m)))
        .toList();
  }

  Optional<Binding> field(String name) {
    return Scope.fields(node).stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** Whether it is a record with a component of this name. */
  boolean hasAccessor(String name) {
    return node instanceof RecordDeclaration record
        && record.getParameters().stream().anyMatch(p -> p.getNameAsString().equals(name));
  }

  /** Whether it declares a method that can be called so, or a component read so. */
  boolean has(String name, int arity) {
    return !methods(name, arity).isEmpty() || (arity == 0 && hasAccessor(name));
  }

  private static boolean varArgs(MethodDeclaration method) {
    return method.getParameters().getLast().filter(p -> p.isVarArgs()).isPresent();
  }
}
