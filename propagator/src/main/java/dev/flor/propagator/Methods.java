package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.flor.propagator.StaticTypes.ProjectMethod;
import java.util.List;
import java.util.Optional;

/** What the project's methods, and fields of other types, are called in the older version. */
final class Methods {
  private static final double SAME_METHOD = 0.5;

  private final Project project;
  private final Cargo cargo;
  private final Needs needs;
  private final TypeNames typeNames;

  Methods(Project project, Cargo cargo, Needs needs, TypeNames typeNames) {
    this.project = project;
    this.cargo = cargo;
    this.needs = needs;
    this.typeNames = typeNames;
  }

  /** The name of the called method; empty if it stays, or cannot be found and the cargo says so. */
  Optional<String> older(MethodCallExpr call, Node root, Ground ground) {
    Optional<ProjectMethod> method = project.staticTypes().method(ground.latest(), call);
    if (method.isEmpty()) {
      if (call.getScope().isEmpty()) {
        typeNames.fixedImport(call.getNameAsString(), call, ground);
      }
      return Optional.empty();
    }
    boolean travels =
        Nodes.within(method.get().node(), root) || cargo.takes(method.get().node());
    return travels
        ? Optional.empty()
        : older(method.get(), call.getScope(), call.getArguments().size(), ground);
  }

  /** Carries what {@code this::m} or {@code T::m} refers to, if need be. */
  void reference(MethodReferenceExpr reference, Ground ground) {
    project
        .staticTypes()
        .of(ground.latest(), scope(reference))
        .ifPresent(type -> type.node().getMethodsByName(reference.getIdentifier()).stream()
            .filter(m -> !cargo.takes(m))
            .findFirst()
            .ifPresent(m -> older(
                new ProjectMethod(type, m),
                reference.getScope() instanceof ThisExpr
                    ? Optional.empty()
                    : Optional.of(scope(reference)),
                m.getParameters().size(),
                ground)));
  }

  private static Expression scope(MethodReferenceExpr reference) {
    return reference.getScope().isTypeExpr()
        ? new NameExpr(reference.getScope().toString())
        : reference.getScope();
  }

  /** The name of a field of one of the project's types in {@code object.field}. */
  Optional<String> field(FieldAccessExpr access, Ground ground) {
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
    if (there.isEmpty() && !Inherited.field(access.getNameAsString(), ground.older())) {
      olderType(type.get(), ground);
    }
    return there.flatMap(olderType -> olderField(type.get(), field.get(), olderType, ground));
  }

  private Optional<String> olderField(
      ProjectType type, Binding field, ProjectType olderType, Ground ground) {
    Optional<Binding> there = olderType.field(field.name()).or(() -> project
        .pairing(type, olderType)
        .flatMap(pair -> Variables.counterpart(field, pair)));
    if (there.isEmpty()) {
      return needs.field(field, type, olderType, ground);
    }
    if (!there.get().name().equals(field.name())) {
      cargo.rename(field.name(), there.get().name());
    }
    return there.map(Binding::name);
  }

  private Optional<String> older(
      ProjectMethod method, Optional<Expression> scope, int arity, Ground ground) {
    String called = method.node().getNameAsString();
    Optional<ProjectType> type = scope.isEmpty()
        ? around(method, ground)
        : project.olderType(method.type()).or(() -> declared(scope.get(), ground));
    if (type.isEmpty()) {
      if (!Inherited.method(called, arity, ground.older())) {
        olderType(method.type(), ground);
      }
      return Optional.empty();
    }
    Optional<MethodDeclaration> there =
        sameName(method, type.get(), arity).or(() -> renamed(method, type.get()));
    if (there.isEmpty()) {
      if (type.get().methods(called, arity).isEmpty()
          && Inherited.method(called, arity, ground.older())) {
        return Optional.empty();
      }
      needs.method(method, type.get(), ground);
      return Optional.empty();
    }
    String name = there.get().getNameAsString();
    if (!name.equals(method.node().getNameAsString())) {
      cargo.rename(method.node().getNameAsString(), name);
    }
    return Optional.of(name);
  }

  /** The type that a variable of this name has on the ground. */
  private Optional<ProjectType> declared(Expression scope, Ground ground) {
    return scope instanceof NameExpr name
        ? ground.variable(name.getNameAsString()).flatMap(Binding::type).flatMap(type -> project
            .olderTypes()
            .find(ground.older(), TypeText.erased(type), ground.node()))
        : Optional.empty();
  }

  /** For an unqualified call: the type around the ground that has such a method, else the one that is to get it. */
  private Optional<ProjectType> around(ProjectMethod method, Ground ground) {
    Optional<ProjectType> own = TypeFinder.around(ground.older(), ground.node());
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      Optional<ProjectType> type = at instanceof TypeDeclaration<?>
          ? TypeFinder.around(ground.older(), at)
          : Optional.empty();
      if (type.filter(
              t -> !t.node().getMethodsByName(method.node().getNameAsString()).isEmpty())
          .isPresent()) {
        return type;
      }
    }
    Optional<ProjectType> counterpart =
        project.olderType(method.type()).filter(t -> Nodes.within(ground.node(), t.node()));
    return counterpart.or(() -> own);
  }

  private Optional<ProjectType> olderType(ProjectType type, Ground ground) {
    Optional<ProjectType> older = project.olderType(type);
    if (older.isEmpty() && !cargo.takes(type.node())) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME, "no type of this version corresponds to " + type.name()));
    }
    return older;
  }

  private Optional<MethodDeclaration> sameName(ProjectMethod method, ProjectType type, int arity) {
    List<MethodDeclaration> all = type.methods(method.node().getNameAsString(), arity);
    if (all.size() != 1 || sameParameters(method.node(), all.get(0))) {
      return all.stream()
          .filter(m -> all.size() == 1 || sameParameters(method.node(), m))
          .findFirst()
          .or(() -> all.stream().findFirst());
    }
    boolean counterpart = project
        .pairing(method.type(), type)
        .flatMap(pair -> pair.olderDeclaration(method.node()))
        .filter(node -> Nodes.same(node, all.get(0)))
        .isPresent();
    return counterpart ? Optional.of(all.get(0)) : Optional.empty();
  }

  private static boolean sameParameters(CallableDeclaration<?> one, CallableDeclaration<?> other) {
    if (one.getParameters().size() != other.getParameters().size()) {
      return false;
    }
    for (int i = 0; i < one.getParameters().size(); i++) {
      String type = TypeText.erased(one.getParameter(i).getTypeAsString());
      if (!type.equals(TypeText.erased(other.getParameter(i).getTypeAsString()))) {
        return false;
      }
    }
    return true;
  }

  /** Of another name, but with the same parameters and result, and much the same body. */
  private Optional<MethodDeclaration> renamed(ProjectMethod method, ProjectType type) {
    Optional<Pairing> pair = project.pairing(method.type(), type);
    return pair.flatMap(p -> p.olderDeclaration(method.node()))
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(m -> sameParameters(method.node(), m))
        .filter(m -> TypeText.compatible(method.node().getTypeAsString(), m.getTypeAsString()))
        .filter(m -> pair.get().similarity(method.node(), m) >= SAME_METHOD);
  }
}
