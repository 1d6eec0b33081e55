package dev.flor.propagator;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.Optional;
import java.util.stream.Stream;

/** Names that are not declared in the file that uses them: what a superclass or a static import brings. */
final class Inherited {
  private static final int LONGEST_CHAIN = 5;

  private Inherited() {}

  /** Whether the older file has the name without declaring it, or a superclass of the type around the ground declares it. */
  static boolean variable(String name, Ground ground, TypeFinder types) {
    return usedUndeclared(name, ground.older())
        || TypeFinder.around(ground.older(), ground.node())
            .filter(type -> declaredAbove(type, name, types, LONGEST_CHAIN))
            .isPresent();
  }

  /** Whether the older file calls a method of this name with so many arguments. */
  static boolean method(String name, int arity, Unit older) {
    return older
        .tree()
        .unit()
        .findFirst(
            MethodCallExpr.class,
            call -> call.getNameAsString().equals(name) && call.getArguments().size() == arity)
        .isPresent();
  }

  /** Whether the older file reads a field of this name from something. */
  static boolean field(String name, Unit older) {
    return older
        .tree()
        .unit()
        .findFirst(FieldAccessExpr.class, access -> access.getNameAsString().equals(name))
        .isPresent();
  }

  private static boolean usedUndeclared(String name, Unit unit) {
    return unit.tree()
        .unit()
        .findFirst(
            NameExpr.class,
            use -> use.getNameAsString().equals(name)
                && Scope.variable(unit, name, use).isEmpty())
        .isPresent();
  }

  private static boolean declaredAbove(
      ProjectType type, String name, TypeFinder types, int remaining) {
    if (type.field(name).isPresent()) {
      return true;
    }
    if (remaining == 0 || !(type.node() instanceof ClassOrInterfaceDeclaration declared)) {
      return false;
    }
    return above(declared)
        .flatMap(base -> find(type, base, types, remaining).stream())
        .anyMatch(above -> declaredAbove(above, name, types, remaining - 1));
  }

  private static Stream<String> above(ClassOrInterfaceDeclaration declared) {
    return Stream.concat(
            declared.getExtendedTypes().stream(), declared.getImplementedTypes().stream())
        .map(ClassOrInterfaceType::getNameAsString);
  }

  /** The type of this name; it may be nested in what an enclosing type extends. */
  private static Optional<ProjectType> find(
      ProjectType type, String name, TypeFinder types, int remaining) {
    Optional<ProjectType> found = types.find(type.unit(), name, type.node());
    Optional<ProjectType> outer =
        type.node().getParentNode().flatMap(p -> TypeFinder.around(type.unit(), p));
    if (found.isPresent()
        || outer.isEmpty()
        || remaining == 0
        || !(outer.get().node() instanceof ClassOrInterfaceDeclaration declared)) {
      return found;
    }
    return above(declared)
        .flatMap(base -> find(outer.get(), base, types, remaining - 1).stream())
        .flatMap(base -> types.find(base.unit(), name, base.node()).stream())
        .findFirst();
  }
}
