package dev.flor.propagator;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the receiver of a call goes by: as it is written, and by the type it has, as far as the sources tell. */
final class Receivers {
  /** What a receiver goes by that is called as loggers are, and whose type is nowhere to be seen. */
  static final String SOME_LOGGER = "<logger>";

  private static final int LONGEST_CHAIN = 5;

  /** The loggers that Lombok's annotations declare. */
  private static final Map<String, String> LOMBOK = Map.of(
      "Slf4j", "org.slf4j.Logger",
      "XSlf4j", "org.slf4j.ext.XLogger",
      "Log4j2", "org.apache.logging.log4j.Logger",
      "Log4j", "org.apache.log4j.Logger",
      "Log", "java.util.logging.Logger",
      "CommonsLog", "org.apache.commons.logging.Log");

  private final TypeFinder types;

  Receivers(TypeFinder types) {
    this.types = types;
  }

  /** The names of a call's receiver; one empty name, and the types that a static import names, if it has none. */
  Set<String> of(Unit unit, MethodCallExpr call) {
    Set<String> names = new LinkedHashSet<>();
    if (call.getScope().isPresent()) {
      return names(unit, call.getScope().get());
    }
    names.add("");
    staticImports(unit, call.getNameAsString()).forEach(holder -> {
      names.add(holder);
      names.add(simple(holder));
    });
    return names;
  }

  private Set<String> names(Unit unit, Expression receiver) {
    Set<String> names = new LinkedHashSet<>();
    names.add(written(receiver));
    List<String> seen = typeNames(unit, receiver);
    names.addAll(seen);
    if (receiver instanceof MethodCallExpr call) {
      String called = "." + call.getNameAsString() + "()";
      of(unit, call).stream().filter(name -> !name.isEmpty()).forEach(n -> names.add(n + called));
    }
    if (seen.isEmpty() && calledAsLoggersAre(receiver)) {
      names.add(SOME_LOGGER);
    }
    return names;
  }

  private static boolean calledAsLoggersAre(Expression receiver) {
    if (receiver instanceof MethodCallExpr call) {
      return call.getScope().filter(s -> !(s instanceof ThisExpr)).isEmpty()
          && Loggers.isName(call.getNameAsString().replaceFirst("^get(?=[A-Z])", ""));
    }
    return receiver instanceof NodeWithSimpleName<?> named
        && Loggers.isName(named.getNameAsString());
  }

  /** The receiver without {@code this} and without the arguments of calls. */
  private static String written(Expression receiver) {
    if (receiver instanceof FieldAccessExpr access) {
      return qualified(Optional.of(access.getScope()), access.getNameAsString());
    }
    if (receiver instanceof MethodCallExpr call) {
      return qualified(call.getScope(), call.getNameAsString() + "()");
    }
    return receiver instanceof NameExpr name ? name.getNameAsString() : "?";
  }

  private static String qualified(Optional<Expression> scope, String name) {
    return scope
        .filter(s -> !(s instanceof ThisExpr) && !(s instanceof SuperExpr))
        .map(s -> written(s) + "." + name)
        .orElse(name);
  }

  /** The names that an expression's type, or the type that it names, can have; none if that cannot be seen. */
  private List<String> typeNames(Unit unit, Expression expression) {
    if (expression instanceof NameExpr name) {
      return ofName(unit, name);
    }
    if (expression instanceof FieldAccessExpr access) {
      return ofField(unit, access);
    }
    if (expression instanceof MethodCallExpr call && call.getScope().isEmpty()) {
      return member(
          unit, call, type -> type.node().getMethodsByName(call.getNameAsString()).stream()
              .map(method -> typeNames(type.unit(), method.getTypeAsString()))
              .findFirst());
    }
    if (expression instanceof EnclosedExpr enclosed) {
      return typeNames(unit, enclosed.getInner());
    }
    return expression instanceof CastExpr cast
        ? typeNames(unit, cast.getType().asString())
        : List.of();
  }

  private List<String> ofName(Unit unit, NameExpr name) {
    String text = name.getNameAsString();
    Optional<Binding> variable = Scope.variable(unit, text, name);
    if (variable.isPresent()) {
      return ofVariable(unit, variable.get());
    }
    List<String> lombok = lombok(name);
    if (!lombok.isEmpty() && Loggers.isName(text)) {
      return lombok;
    }
    List<String> inherited = member(unit, name, type -> field(type, text));
    if (!inherited.isEmpty()) {
      return inherited;
    }
    List<String> imported = new ArrayList<>();
    for (String holder : staticImports(unit, text)) {
      imported.add(holder + "." + text);
      types.qualified(holder).flatMap(type -> field(type, text)).ifPresent(imported::addAll);
    }
    return imported.isEmpty() && Character.isUpperCase(text.charAt(0)) && !isConstant(text)
        ? typeNames(unit, text)
        : imported;
  }

  private static boolean isConstant(String name) {
    return name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
  }

  private List<String> ofField(Unit unit, FieldAccessExpr access) {
    String name = access.getNameAsString();
    if (access.getScope() instanceof ThisExpr || access.getScope() instanceof SuperExpr) {
      return member(unit, access, type -> field(type, name));
    }
    return access.getScope() instanceof NameExpr holder
            && Scope.variable(unit, holder.getNameAsString(), holder).isEmpty()
        ? types
            .find(unit, holder.getNameAsString(), access)
            .flatMap(type -> field(type, name))
            .orElse(List.of())
        : List.of();
  }

  private Optional<List<String>> field(ProjectType type, String name) {
    return type.field(name).map(field -> ofVariable(type.unit(), field));
  }

  /** The names of the type of a variable. */
  List<String> typesOf(Unit unit, Binding variable) {
    return ofVariable(unit, variable);
  }

  /** By the declared type; where that is {@code var}, by what makes the value. */
  private List<String> ofVariable(Unit unit, Binding variable) {
    if (variable.type().isPresent()) {
      return typeNames(unit, variable.type().get());
    }
    return variable.node() instanceof VariableDeclarator declared
            && declared.getInitializer().isPresent()
            && declared.getInitializer().get() instanceof MethodCallExpr made
        ? new ArrayList<>(names(unit, made))
        : List.of();
  }

  /** What the nearest type around a node says, or one that it extends. */
  private List<String> member(
      Unit unit, Node node, Function<ProjectType, Optional<List<String>>> asked) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        Optional<List<String>> found = above(new ProjectType(unit, type), asked, LONGEST_CHAIN);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return List.of();
  }

  private Optional<List<String>> above(
      ProjectType type, Function<ProjectType, Optional<List<String>>> asked, int remaining) {
    Optional<List<String>> own = asked.apply(type);
    if (own.isPresent()
        || remaining == 0
        || !(type.node() instanceof ClassOrInterfaceDeclaration declared)) {
      return own;
    }
    List<String> bases = new ArrayList<>();
    declared.getExtendedTypes().forEach(base -> bases.add(base.getNameAsString()));
    declared.getImplementedTypes().forEach(base -> bases.add(base.getNameAsString()));
    return bases.stream()
        .flatMap(base -> types.find(type.unit(), base, type.node()).stream())
        .filter(base -> !Nodes.same(base.node(), type.node()))
        .flatMap(base -> above(base, asked, remaining - 1).stream())
        .findFirst();
  }

  /** The simple and the possible qualified names of a type that a file writes like this. */
  private List<String> typeNames(Unit unit, String written) {
    String type = written.replaceAll("<.*>|\\s", "");
    Set<String> names = new LinkedHashSet<>(List.of(type, simple(type)));
    if (type.contains(".")) {
      return List.copyOf(names);
    }
    Optional<ImportDeclaration> explicit = unit.tree().unit().getImports().stream()
        .filter(
            i -> !i.isStatic() && !i.isAsterisk() && i.getName().getIdentifier().equals(type))
        .findFirst();
    if (explicit.isPresent()) {
      names.add(explicit.get().getNameAsString());
      return List.copyOf(names);
    }
    names.add(TypeFinder.packageOf(unit) + "." + type);
    unit.tree().unit().getImports().stream()
        .filter(i -> !i.isStatic() && i.isAsterisk())
        .forEach(i -> names.add(i.getNameAsString() + "." + type));
    return List.copyOf(names);
  }

  /** The names of the logger type that an annotation of a type around a node declares; none if there is no such annotation. */
  static List<String> lombok(Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type) {
        Optional<String> logger = type.getAnnotations().stream()
            .map(annotation -> LOMBOK.get(annotation.getName().getIdentifier()))
            .filter(found -> found != null)
            .findFirst();
        if (logger.isPresent()) {
          return List.of(logger.get(), simple(logger.get()));
        }
      }
    }
    return List.of();
  }

  /** The types that a static import, or one on demand, may bring this name from. */
  private static List<String> staticImports(Unit unit, String name) {
    List<String> holders = new ArrayList<>();
    for (ImportDeclaration declared : unit.tree().unit().getImports()) {
      String imported = declared.getNameAsString();
      if (declared.isStatic() && declared.isAsterisk()) {
        holders.add(imported);
      } else if (declared.isStatic() && declared.getName().getIdentifier().equals(name)) {
        holders.add(imported.substring(0, imported.lastIndexOf('.')));
      }
    }
    return holders;
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
