package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of the types around a place, and of those that they inherit from, declares something. */
final class Supertypes {
  private static final int LONGEST_CHAIN = 5;

  private Supertypes() {}

  /** The innermost type around a node that declares it itself or by one of its supertypes: the one of these that does. */
  static Optional<ProjectType> declaring(
      Unit unit, Node node, TypeFinder types, Predicate<ProjectType> declares) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      Optional<ProjectType> type = at instanceof TypeDeclaration<?>
          ? TypeFinder.around(unit, at).flatMap(around -> above(around, types, declares))
          : Optional.empty();
      if (type.isPresent()) {
        return type;
      }
    }
    return Optional.empty();
  }

  /** A type, or the supertype of it, that declares something. */
  static Optional<ProjectType> above(
      ProjectType type, TypeFinder types, Predicate<ProjectType> declares) {
    return above(type, types, declares, LONGEST_CHAIN);
  }

  /** Whether a type is around the ground, or above one that is. */
  static boolean reaches(ProjectType type, Ground ground, TypeFinder types) {
    return declaring(ground.older(), ground.node(), types, t -> Nodes.same(t.node(), type.node()))
        .isPresent();
  }

  private static Optional<ProjectType> above(
      ProjectType type, TypeFinder types, Predicate<ProjectType> declares, int remaining) {
    if (declares.test(type)) {
      return Optional.of(type);
    }
    return remaining == 0
        ? Optional.empty()
        : Inherited.above(type.node())
            .flatMap(base -> Inherited.find(type, base, types, remaining).stream())
            .filter(base -> !Nodes.same(base.node(), type.node()))
            .flatMap(base -> above(base, types, declares, remaining - 1).stream())
            .findFirst();
  }
}
