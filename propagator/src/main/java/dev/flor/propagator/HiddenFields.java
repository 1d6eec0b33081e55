package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.Optional;

/** Fields that the older version has under the same name, but hidden by a local variable, or by a field of an inner type. */
final class HiddenFields {
  private HiddenFields() {}

  /** How such a field is reached; empty if the name means it on the ground, or it is not there. */
  static Optional<String> qualified(
      Binding wanted, Optional<Binding> sameName, Ground ground, Project project) {
    if (!wanted.field() || sameName.isEmpty() || saysSo(wanted, sameName.get(), ground)) {
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

  /** Whether the older member has what hides the field where latest has the field, and never the field itself. */
  private static boolean saysSo(Binding wanted, Binding hiding, Ground ground) {
    Node member = Pairing.member(ground.node()).orElse(ground.node());
    boolean reached = member
        .findFirst(
            FieldAccessExpr.class,
            access -> access.getScope() instanceof ThisExpr
                && access.getNameAsString().equals(wanted.name()))
        .isPresent();
    return !reached && isUsed(wanted, hiding, member, ground);
  }

  private static boolean isUsed(Binding wanted, Binding hiding, Node member, Ground ground) {
    return Scope.uses(wanted, ground.latest().tree().unit(), ground.latest()).stream()
        .flatMap(use -> ground.pairing().opposite(use).stream())
        .filter(NameExpr.class::isInstance)
        .map(NameExpr.class::cast)
        .filter(older -> Nodes.within(older, member))
        .anyMatch(older -> Scope.variable(ground.older(), older.getNameAsString(), older)
            .filter(means -> Nodes.same(means.node(), hiding.node()))
            .isPresent());
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
