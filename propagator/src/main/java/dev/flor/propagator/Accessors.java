package dev.flor.propagator;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.flor.propagator.StaticTypes.ProjectMethod;
import java.util.Optional;

/** Fields that one version reads through a method which only returns them, and the other as they are, or by a method of another name. */
final class Accessors {
  private final Project project;
  private final Cargo cargo;

  Accessors(Project project, Cargo cargo) {
    this.project = project;
    this.cargo = cargo;
  }

  /** What to write from the name of a call on, for an accessor that the older type lacks; empty if it has it, or not the field. */
  Optional<String> older(MethodCallExpr call, Ground ground) {
    if (!call.getArguments().isEmpty() || call.getScope().isEmpty()) {
      return Optional.empty();
    }
    Optional<ProjectMethod> method = project
        .staticTypes()
        .method(ground.latest(), call)
        .filter(m -> !cargo.takes(m.node()) && !m.node().isStatic());
    Optional<ProjectType> older = method.flatMap(m -> project.olderType(m.type()));
    Optional<Binding> field =
        method.flatMap(m -> returned(m.node()).flatMap(name -> m.type().field(name)));
    if (older.isEmpty() || field.isEmpty() || declares(older.get(), call.getNameAsString())) {
      return Optional.empty();
    }
    Optional<String> written = Fields.counterpart(
            project, method.get().type(), field.get(), older.get())
        .flatMap(there -> accessor(older.get(), there.name())
            .map(name -> name + "()")
            .or(() -> Fields.reachable(there.node(), ground)
                ? Optional.of(there.name())
                : Optional.empty()));
    written.ifPresent(name -> cargo.rename(call.getNameAsString() + "()", name));
    return written;
  }

  private boolean declares(ProjectType type, String method) {
    return Supertypes.above(type, project.olderTypes(), t -> t.has(method, 0)).isPresent();
  }

  /** The method of a type that only returns this field. */
  static Optional<String> accessor(ProjectType type, String field) {
    return type.hasAccessor(field)
        ? Optional.of(field)
        : type.node().getMethods().stream()
            .filter(method -> !method.isPrivate() && !method.isStatic())
            .filter(method -> returned(method).filter(field::equals).isPresent())
            .map(MethodDeclaration::getNameAsString)
            .findFirst();
  }

  /** The field that a method returns, if it takes nothing and does nothing else. */
  private static Optional<String> returned(MethodDeclaration method) {
    return method
        .getBody()
        .filter(body -> method.getParameters().isEmpty() && body.getStatements().size() == 1)
        .flatMap(body -> body.getStatement(0).toReturnStmt())
        .flatMap(returns -> returns.getExpression())
        .flatMap(Accessors::named);
  }

  private static Optional<String> named(Expression value) {
    if (value instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr) {
      return Optional.of(access.getNameAsString());
    }
    return value instanceof NameExpr name ? Optional.of(name.getNameAsString()) : Optional.empty();
  }
}
