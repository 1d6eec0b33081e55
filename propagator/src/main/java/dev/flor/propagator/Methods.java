package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
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
        return Optional.empty();
      }
      return component(call, ground);
    }
    boolean travels =
        Nodes.within(method.get().node(), root) || cargo.takes(method.get().node());
    return travels
        ? Optional.empty()
        : older(method.get(), call.getScope(), call.getArguments().size(), ground);
  }

  /** An accessor that a record has without declaring it. */
  private Optional<String> component(MethodCallExpr call, Ground ground) {
    String name = call.getNameAsString();
    Optional<ProjectType> type = project
        .staticTypes()
        .of(ground.latest(), call.getScope().orElseThrow())
        .filter(t -> t.hasAccessor(name) && call.getArguments().isEmpty());
    Optional<ProjectType> older = type.flatMap(project::olderType)
        .filter(o -> !o.hasAccessor(name) && o.methods(name, 0).isEmpty());
    if (older.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> renamed = project
        .pairing(type.get(), older.get())
        .flatMap(pair -> Variables.counterpart(type.get().field(name).orElseThrow(), pair))
        .map(Binding::name)
        .filter(older.get()::hasAccessor);
    if (renamed.isEmpty()) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME, older.get().name() + " has no component " + name + " here"));
    }
    renamed.ifPresent(there -> cargo.rename(name, there));
    return renamed;
  }

  /** What {@code this::m} or {@code T::m} refers to; it is carried, if need be. */
  Optional<String> reference(MethodReferenceExpr reference, Ground ground) {
    return project
        .staticTypes()
        .of(ground.latest(), scope(reference))
        .flatMap(type -> type.node().getMethodsByName(reference.getIdentifier()).stream()
            .filter(m -> !cargo.takes(m))
            .findFirst()
            .flatMap(m -> older(
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

  private Optional<String> older(
      ProjectMethod method, Optional<Expression> scope, int arity, Ground ground) {
    String called = method.node().getNameAsString();
    Optional<ProjectType> type = scope.isEmpty()
        ? around(method, ground)
        : project.olderType(method.type()).or(() -> declared(scope.get(), ground));
    if (type.isEmpty()) {
      boolean typeSpeaks =
          scope.filter(s -> Scope.namesType(ground.latest(), s)).isPresent();
      if (!typeSpeaks && !Inherited.method(called, arity, scope.isEmpty(), ground.older())) {
        olderType(method.type(), ground);
      }
      return Optional.empty();
    }
    Optional<MethodDeclaration> there =
        sameName(method, type.get(), arity).or(() -> renamed(method, type.get()));
    if (there.isEmpty()) {
      if (type.get().methods(called, arity).isEmpty()
          && Inherited.method(called, arity, scope.isEmpty(), ground.older())) {
        return Optional.empty();
      }
      needs.method(method, type.get(), ground);
      return Optional.empty();
    }
    String name = there.get().getNameAsString();
    if (scope.isEmpty()) {
      typeNames.reach(type.get(), name, ground);
    }
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

  /** For an unqualified call: the type around or above the ground that has such a method, else the one that is to get it. */
  private Optional<ProjectType> around(ProjectMethod method, Ground ground) {
    String name = method.node().getNameAsString();
    return Supertypes.declaring(
            ground.older(),
            ground.node(),
            project.olderTypes(),
            t -> t.node().getMethodsByName(name).size() > 0)
        .or(() -> project
            .olderType(method.type())
            .filter(t -> method.node().isStatic()
                || Nodes.within(ground.node(), t.node())
                || Supertypes.reaches(t, ground, project.olderTypes())))
        .or(() -> TypeFinder.around(ground.older(), ground.node()));
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
