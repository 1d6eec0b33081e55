package dev.flor.propagator;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import java.util.Optional;

/** What fields of other types than the one around a statement are called in the older version. */
final class Fields {
  private final Project project;
  private final Cargo cargo;
  private final Needs needs;
  private final TypeNames typeNames;
  private final Inherited inherited;

  Fields(Project project, Cargo cargo, Needs needs, TypeNames typeNames, Inherited inherited) {
    this.project = project;
    this.cargo = cargo;
    this.needs = needs;
    this.typeNames = typeNames;
    this.inherited = inherited;
  }

  /** The name of a field of one of the project's types in {@code object.field}. */
  Optional<String> access(FieldAccessExpr access, Ground ground) {
    if (access.getScope() instanceof ThisExpr) {
      return Optional.empty();
    }
    Optional<ProjectType> type = project.staticTypes().of(ground.latest(), access.getScope());
    Optional<Binding> field = type.flatMap(t -> t.field(access.getNameAsString()));
    if (field.isEmpty()) {
      return Optional.empty();
    }
    Optional<ProjectType> there =
        project.olderType(type.get()).or(() -> declared(access.getScope(), ground));
    if (there.isEmpty()
        && !Scope.namesType(ground.latest(), access.getScope())
        && !Inherited.field(access.getNameAsString(), ground.older())) {
      missing(type.get(), ground);
    }
    return there.flatMap(olderType -> older(type.get(), field.get(), olderType, ground));
  }

  /** The name of a constant that is the label of a {@code case}. */
  Optional<String> label(NameExpr label, Ground ground) {
    String name = label.getNameAsString();
    return label
        .getParentNode()
        .flatMap(Node::getParentNode)
        .filter(SwitchNode.class::isInstance)
        .map(node -> ((SwitchNode) node).getSelector())
        .flatMap(selector -> project.staticTypes().of(ground.latest(), selector))
        .filter(type -> type.field(name).isPresent() && !cargo.takes(type.node()))
        .flatMap(type -> project
            .olderType(type)
            .flatMap(there -> older(type, type.field(name).orElseThrow(), there, ground)));
  }

  /** The supertype, or type of a static import, that declares what latest names without a qualifier. */
  Optional<ProjectType> declaring(NameExpr name, Ground ground) {
    String field = name.getNameAsString();
    return Supertypes.declaring(
            ground.latest(), name, project.latestTypes(), t -> t.field(field).isPresent())
        .or(() -> project.staticTypes().imported(ground.latest(), field, t -> t.field(field)
            .isPresent()));
  }

  /** The name of such a field. */
  Optional<String> inherited(NameExpr name, ProjectType declaring, Ground ground) {
    String wanted = name.getNameAsString();
    if (ground.variable(wanted).isPresent() || inherited.variable(wanted, ground)) {
      return Optional.empty();
    }
    Optional<ProjectType> olderType = project.olderType(declaring);
    if (olderType.isEmpty()) {
      missing(declaring, ground);
      return Optional.empty();
    }
    Optional<String> older =
        older(declaring, declaring.field(wanted).orElseThrow(), olderType.get(), ground);
    older.ifPresent(field -> typeNames.reach(olderType.get(), field, ground));
    return older;
  }

  private Optional<String> older(
      ProjectType type, Binding field, ProjectType olderType, Ground ground) {
    Optional<Binding> there = counterpart(project, type, field, olderType);
    if (there.isEmpty()) {
      return needs.field(field, type, olderType, ground);
    }
    if (!reachable(there.get().node(), ground)) {
      Optional<String> accessor = Accessors.accessor(olderType, there.get().name());
      if (accessor.isPresent()) {
        cargo.rename(field.name(), accessor.get() + "()");
        return accessor.map(name -> name + "()");
      }
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME,
          there.get().name() + " is private in " + olderType.name() + " here"));
    }
    if (!there.get().name().equals(field.name())) {
      cargo.rename(field.name(), there.get().name());
    }
    return there.map(Binding::name);
  }

  /** The field of a type's older version that a field of the type was: of its name, else in its place. */
  static Optional<Binding> counterpart(
      Project project, ProjectType type, Binding field, ProjectType olderType) {
    return olderType.field(field.name()).or(() -> project
        .pairing(type, olderType)
        .flatMap(pair -> Variables.counterpart(field, pair)));
  }

  /** Whether what is private can be seen: all that stands in the same outermost type can. */
  static boolean reachable(Node variable, Ground ground) {
    boolean hidden = variable
        .getParentNode()
        .filter(
            p -> p instanceof FieldDeclaration field && field.hasModifier(Modifier.Keyword.PRIVATE))
        .isPresent();
    return !hidden || Nodes.same(outermost(variable), outermost(ground.node()));
  }

  private static Node outermost(Node node) {
    Node outermost = node;
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      outermost = at instanceof TypeDeclaration<?> ? at : outermost;
    }
    return outermost;
  }

  private void missing(ProjectType type, Ground ground) {
    if (!cargo.takes(type.node())) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME, "no type of this version corresponds to " + type.name()));
    }
  }

  /** The type that a variable of this name has on the ground. */
  private Optional<ProjectType> declared(Expression scope, Ground ground) {
    return scope instanceof NameExpr name
        ? ground.variable(name.getNameAsString()).flatMap(Binding::type).flatMap(type -> project
            .olderTypes()
            .find(ground.older(), TypeText.erased(type), ground.node()))
        : Optional.empty();
  }
}
