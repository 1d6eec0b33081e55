package dev.flor.propagator;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

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
    if (expression instanceof SuperExpr) {
      return TypeFinder.around(unit, expression)
          .filter(t -> t.node() instanceof ClassOrInterfaceDeclaration)
          .flatMap(
              t -> ((ClassOrInterfaceDeclaration) t.node()).getExtendedTypes().getFirst())
          .map(base -> new Typed(base.getNameAsString(), unit, expression));
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
    Optional<ProjectType> scope = of(unit, access.getScope());
    return scope
        .flatMap(t -> t.field(access.getNameAsString())
            .flatMap(f -> f.type().map(type -> new Typed(type, t.unit(), f.node()))))
        .or(() -> scope
            .flatMap(t -> TypeFinder.nested(t, access.getNameAsString()))
            .or(() -> types.qualified(access.toString()))
            .map(t -> new Typed(t.name(), t.unit(), t.node())));
  }

  /** The project's method that a call calls, as told by name and number of arguments. */
  Optional<ProjectMethod> method(Unit unit, MethodCallExpr call) {
    if (call.getScope().isPresent()) {
      return of(unit, call.getScope().get())
          .flatMap(t -> Supertypes.above(t, types, has(call)))
          .flatMap(t -> best(t, unit, call));
    }
    return Supertypes.declaring(unit, call, types, has(call))
        .or(() -> imported(unit, call.getNameAsString(), has(call)))
        .flatMap(t -> best(t, unit, call));
  }

  private static Predicate<ProjectType> has(MethodCallExpr call) {
    return type ->
        !type.methods(call.getNameAsString(), call.getArguments().size()).isEmpty();
  }

  /** The project's type that a static import takes a member from. */
  Optional<ProjectType> imported(Unit unit, String member, Predicate<ProjectType> declares) {
    return unit.tree().unit().getImports().stream()
        .filter(ImportDeclaration::isStatic)
        .filter(i -> i.isAsterisk() || i.getName().getIdentifier().equals(member))
        .map(i -> i.isAsterisk()
            ? i.getNameAsString()
            : i.getName().getQualifier().map(Name::asString).orElse(""))
        .flatMap(holder -> types.qualified(holder).stream())
        .filter(declares)
        .findFirst();
  }

  /** Of several methods of the name, the first whose parameters have most of the arguments' types, and none that contradicts. */
  private Optional<ProjectMethod> best(ProjectType type, Unit unit, MethodCallExpr call) {
    List<MethodDeclaration> all =
        type.methods(call.getNameAsString(), call.getArguments().size());
    ToIntFunction<MethodDeclaration> fit =
        m -> all.size() == 1 ? 0 : fit(unit, call.getArguments(), m);
    return all.stream()
        .max(Comparator.comparingInt(fit).thenComparingInt(m -> -all.indexOf(m)))
        .map(m -> new ProjectMethod(type, m));
  }

  private int fit(Unit unit, List<Expression> arguments, MethodDeclaration method) {
    int fit = 0;
    for (int i = 0; i < arguments.size() && i < method.getParameters().size(); i++) {
      String wanted = method.getParameter(i).getTypeAsString();
      Optional<String> given = valueType(unit, arguments.get(i));
      if (given.isPresent()) {
        boolean equal = TypeText.erased(given.get()).equals(TypeText.erased(wanted));
        fit += equal ? 1 : TypeText.compatible(given.get(), wanted) ? 0 : -arguments.size();
      }
    }
    return fit;
  }

  private Optional<String> valueType(Unit unit, Expression value) {
    boolean unknown = value instanceof NameExpr name
        && Scope.variable(unit, name.getNameAsString(), name).isEmpty();
    return unknown
        ? Optional.empty()
        : Binding.typeOf(value).or(() -> typed(unit, value).map(Typed::type));
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
