package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.flor.propagator.StaticTypes.ProjectMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Methods that are static in one version, and asked of an object in the other. */
final class Instances {
  private final Project project;
  private final Cargo cargo;
  private final TypeNames typeNames;

  Instances(Project project, Cargo cargo, TypeNames typeNames) {
    this.project = project;
    this.cargo = cargo;
    this.typeNames = typeNames;
  }

  /** What a call is to be asked of on the ground, if that is another kind of thing than in latest: an object, or a type. */
  Optional<String> receiver(Node node, Ground ground) {
    if (!(node instanceof MethodCallExpr call)
        || call.getScope().filter(scope -> !isPlain(scope)).isPresent()) {
      return Optional.empty();
    }
    Optional<ProjectMethod> method =
        project.staticTypes().method(ground.latest(), call).filter(m -> !cargo.takes(m.node()));
    Optional<ProjectType> older = method.flatMap(m -> project.olderType(m.type()));
    if (older.isEmpty() || Supertypes.reaches(older.get(), ground, project.olderTypes())) {
      return Optional.empty();
    }
    List<MethodDeclaration> there =
        older.get().methods(call.getNameAsString(), call.getArguments().size());
    boolean now = method.get().node().isStatic();
    if (there.isEmpty() || there.stream().anyMatch(m -> m.isStatic() == now)) {
      return Optional.empty();
    }
    return now
        ? held(older.get(), ground)
        : call.getScope().map(scope -> typeNames.spelled(older.get(), ground));
  }

  /** A variable or type, of which asking another one changes nothing else. */
  private static boolean isPlain(Expression scope) {
    return scope instanceof NameExpr
        || (scope instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr);
  }

  /** The one field of this type around the ground; else the one constant of the type itself that is of the type. */
  private Optional<String> held(ProjectType type, Ground ground) {
    List<String> fields = new ArrayList<>();
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      Scope.fields(at).stream()
          .filter(field -> isOf(type, field, ground.older()))
          .filter(field -> Variables.visible(field, ground))
          .forEach(field -> fields.add(field.name()));
    }
    if (!fields.isEmpty()) {
      return Optional.of(fields.get(0)).filter(only -> fields.size() == 1);
    }
    List<Binding> constants = Scope.fields(type.node()).stream()
        .filter(field -> isOf(type, field, type.unit()) && isConstant(type.node(), field))
        .toList();
    return constants.size() == 1
        ? Optional.of(typeNames.spelled(type, ground) + "." + constants.get(0).name())
        : Optional.empty();
  }

  private boolean isOf(ProjectType type, Binding field, Unit unit) {
    return field
        .type()
        .flatMap(text -> project.olderTypes().find(unit, TypeText.erased(text), field.node()))
        .filter(found -> Nodes.same(found.node(), type.node()))
        .isPresent();
  }

  private static boolean isConstant(TypeDeclaration<?> type, Binding field) {
    return field
        .node()
        .getParentNode()
        .filter(FieldDeclaration.class::isInstance)
        .map(FieldDeclaration.class::cast)
        .filter(declared -> !declared.isPrivate())
        .filter(declared -> declared.isStatic()
            || (type instanceof ClassOrInterfaceDeclaration kind && kind.isInterface()))
        .isPresent();
  }
}
