package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.Optional;

/** The declared type of an expression, as far as it can be read off the version's own sources. */
final class StaticTypes {
  private final TypeFinder types;

  StaticTypes(TypeFinder types) {
    this.types = types;
  }

  /** The project's type that an expression has or, for a static access, names. */
  Optional<ProjectType> of(Unit unit, Expression expression) {
    return typed(unit, expression).flatMap(t -> types.find(t.unit(), simple(t.type()), t.at()));
  }

  private Optional<Typed> typed(Unit unit, Expression expression) {
    if (expression instanceof NameExpr name) {
      return Scope.variable(unit, name.getNameAsString(), name)
          .map(b -> b.type().or(() -> initialiser(unit, b)).map(t -> new Typed(t, unit, b.node())))
          .orElseGet(() -> Optional.of(new Typed(name.getNameAsString(), unit, name)));
    }
    if (expression instanceof ThisExpr) {
      return TypeFinder.around(unit, expression).map(t -> new Typed(t.name(), unit, expression));
    }
    if (expression instanceof ObjectCreationExpr creation) {
      return Optional.of(new Typed(creation.getType().asString(), unit, creation));
    }
    if (expression instanceof CastExpr cast) {
      return Optional.of(new Typed(cast.getType().asString(), unit, cast));
    }
    if (expression instanceof EnclosedExpr enclosed) {
      return typed(unit, enclosed.getInner());
    }
    if (expression instanceof ArrayAccessExpr access) {
      return typed(unit, access.getName())
          .filter(t -> t.type().endsWith("[]"))
          .map(t -> new Typed(t.type().substring(0, t.type().length() - 2), t.unit(), t.at()));
    }
    return expression instanceof MethodCallExpr call
        ? returned(unit, call)
        : accessed(unit, expression);
  }

  private Optional<String> initialiser(Unit unit, Binding binding) {
    if (binding.node() instanceof com.github.javaparser.ast.body.VariableDeclarator variable) {
      return variable.getInitializer().flatMap(value -> of(unit, value)).map(ProjectType::name);
    }
    return Optional.empty();
  }

  private Optional<Typed> returned(Unit unit, MethodCallExpr call) {
    return method(unit, call)
        .map(m -> new Typed(m.node().getType().asString(), m.unit(), m.node()));
  }

  private Optional<Typed> accessed(Unit unit, Expression expression) {
    if (!(expression instanceof FieldAccessExpr access)) {
      return Optional.empty();
    }
    return of(unit, access.getScope()).flatMap(t -> t.field(access.getNameAsString())
        .flatMap(f -> f.type().map(type -> new Typed(type, t.unit(), f.node()))));
  }

  /** The project's method that a call calls, as told by name and number of arguments. */
  Optional<ProjectMethod> method(Unit unit, MethodCallExpr call) {
    int arity = call.getArguments().size();
    if (call.getScope().isPresent()) {
      return of(unit, call.getScope().get()).flatMap(t -> first(t, call.getNameAsString(), arity));
    }
    for (Node at = call; at != null; at = at.getParentNode().orElse(null)) {
      Optional<ProjectMethod> found =
          TypeFinder.around(unit, at).flatMap(t -> first(t, call.getNameAsString(), arity));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<ProjectMethod> first(ProjectType type, String name, int arity) {
    return type.methods(name, arity).stream().findFirst().map(m -> new ProjectMethod(type, m));
  }

  private static String simple(String type) {
    String bare = type.replaceFirst("<.*", "");
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  /** A method with the type that declares it. */
  record ProjectMethod(ProjectType type, MethodDeclaration node) {
    Unit unit() {
      return type.unit();
    }
  }

  private record Typed(String type, Unit unit, Node at) {}
}
