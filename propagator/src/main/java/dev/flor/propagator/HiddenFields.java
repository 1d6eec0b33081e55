package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.Optional;

/** Fields that the older version has under the same name, but hidden by a local variable, or by a field of an inner type. */
final class HiddenFields {
  private HiddenFields() {}

  /** How such a field is reached; empty if the name means it on the ground, or it is not there. */
  static Optional<String> qualified(
      Binding wanted, Optional<Binding> sameName, Ground ground, Project project) {
    if (!wanted.field() || sameName.isEmpty()) {
      return Optional.empty();
    }
    return TypeFinder.around(ground.latest(), wanted.node())
        .flatMap(project::olderType)
        .filter(home -> Nodes.within(ground.node(), home.node()))
        .flatMap(home -> home.field(wanted.name())
            .filter(field -> field.node() instanceof VariableDeclarator)
            .filter(field -> !Nodes.same(field.node(), sameName.get().node()))
            .map(field -> qualifier(home, field, ground) + "." + wanted.name()));
  }

  private static String qualifier(ProjectType home, Binding field, Ground ground) {
    if (isStatic(field)) {
      return home.name();
    }
    Node at = ground.node();
    while (!(at instanceof TypeDeclaration<?>) && !(at instanceof ObjectCreationExpr)) {
      at = at.getParentNode().orElseThrow();
    }
    return Nodes.same(at, home.node()) ? "this" : home.name() + ".this";
  }

  private static boolean isStatic(Binding field) {
    return field
        .node()
        .getParentNode()
        .filter(p -> p instanceof FieldDeclaration declared && declared.isStatic())
        .isPresent();
  }
}
