package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.Optional;

/** Types of the project that the latest version names through what is around them, as in {@code Outer.Inner} and {@code a.b.C}. */
final class QualifiedTypes {
  private final Project project;
  private final Cargo cargo;
  private final TypeNames typeNames;

  QualifiedTypes(Project project, Cargo cargo, TypeNames typeNames) {
    this.project = project;
    this.cargo = cargo;
    this.typeNames = typeNames;
  }

  /** How the type that a node names is to be written; empty if it is none, or its name stays but for the outer type's. */
  Optional<String> older(Node node, Node root, Ground ground) {
    Optional<ProjectType> type = node instanceof ClassOrInterfaceType named
        ? named.getScope().flatMap(outer -> type(named, ground))
        : node instanceof FieldAccessExpr access ? type(access, ground) : Optional.empty();
    Optional<String> nested = type.filter(t -> !t.topLevel())
        .filter(t -> !Nodes.within(t.node(), root) && !cargo.takes(t.node()))
        .flatMap(t -> project.olderType(t).filter(o -> moved(t, o)))
        .map(older -> typeNames.spelled(older, ground));
    return nested.or(() -> type.filter(ProjectType::topLevel)
        .flatMap(project::olderType)
        .map(ProjectType::qualifiedName)
        .filter(name -> !name.equals(type.get().qualifiedName())));
  }

  /** Whether it is nested in something else than the counterpart of what it is nested in now. */
  private boolean moved(ProjectType type, ProjectType older) {
    Optional<ProjectType> outer = outer(type).flatMap(project::olderType);
    Optional<ProjectType> olderOuter = outer(older);
    boolean same = outer.isPresent() == olderOuter.isPresent()
        && outer.filter(o -> !Nodes.same(o.node(), olderOuter.get().node())).isEmpty();
    return !same || !older.name().equals(type.name());
  }

  static Optional<ProjectType> outer(ProjectType type) {
    return type.node().getParentNode().flatMap(p -> TypeFinder.around(type.unit(), p));
  }

  private Optional<ProjectType> type(ClassOrInterfaceType named, Ground ground) {
    return named.getScope().isPresent()
        ? type(named.getScope().get(), ground)
            .flatMap(outer -> TypeFinder.nested(outer, named.getNameAsString()))
            .or(() -> project.latestTypes().qualified(named.getNameWithScope()))
        : project.latestTypes().find(ground.latest(), named.getNameAsString(), named);
  }

  private Optional<ProjectType> type(Expression named, Ground ground) {
    if (named instanceof FieldAccessExpr access) {
      return type(access.getScope(), ground)
          .flatMap(outer -> TypeFinder.nested(outer, access.getNameAsString()))
          .or(() -> project.latestTypes().qualified(access.toString()));
    }
    return named instanceof NameExpr name
            && Scope.variable(ground.latest(), name.getNameAsString(), name).isEmpty()
        ? project.latestTypes().find(ground.latest(), name.getNameAsString(), name)
        : Optional.empty();
  }
}
