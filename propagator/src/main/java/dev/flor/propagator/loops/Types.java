package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.type.Type;
import dev.flor.propagator.loops.TypeFamilies.Field;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types of expressions, as written in the source, as far as declarations tell. */
final class Types {
  /** What a value that cannot be changed is called when it does not matter which. */
  static final String VALUE = "double";

  private static final Set<String> VALUES = Set.of(
      "byte",
      "short",
      "int",
      "long",
      "float",
      "double",
      "boolean",
      "char",
      "void",
      "Byte",
      "Short",
      "Integer",
      "Long",
      "Float",
      "Double",
      "Boolean",
      "Character",
      "Number",
      "String",
      "CharSequence",
      "BigDecimal",
      "BigInteger",
      "Path",
      "Instant",
      "Duration",
      "LocalDate",
      "LocalDateTime",
      "UUID",
      "Class",
      "Pattern",
      "Locale",
      "URI",
      "Void");

  static boolean isNamedValue(String type) {
    return VALUES.contains(plain(type)) && !type.endsWith("[]");
  }

  private final Project project;
  private final Lookup lookup;
  private final IdentityHashMap<Node, Optional<Node>> locals = new IdentityHashMap<>();

  Types(Project project) {
    this.project = project;
    this.lookup = new Lookup(project.types());
  }

  /** The local variable that a name stands for. */
  Optional<Node> local(NameExpr name) {
    Optional<Node> known = locals.get(name);
    if (known == null) {
      known = Lookup.local(name.getNameAsString(), name);
      locals.put(name, known);
    }
    return known;
  }

  /** The field that a name stands for, when it is no local variable. */
  Optional<Field> field(NameExpr name) {
    return lookup.field(name.getNameAsString(), name);
  }

  /** Whether a name stands for a type rather than for a value. */
  boolean isType(Expression expression) {
    if (expression instanceof FieldAccessExpr access) {
      return Character.isUpperCase(access.getNameAsString().charAt(0))
          && isQualifier(access.getScope());
    }
    return expression instanceof NameExpr name
        && isFree(name)
        && (Character.isUpperCase(name.getNameAsString().charAt(0))
            || project.types().isProjectType(name.getNameAsString()));
  }

  private boolean isFree(NameExpr name) {
    return local(name).isEmpty() && field(name).isEmpty();
  }

  private boolean isQualifier(Expression scope) {
    return scope instanceof FieldAccessExpr access
        ? isQualifier(access.getScope())
        : scope instanceof NameExpr name && isFree(name);
  }

  /** The field that an access means, as what is reached through it: one that is not saved has no name. */
  String step(FieldAccessExpr access) {
    String name = access.getNameAsString();
    Optional<Field> known =
        of(access.getScope()).flatMap(type -> project.types().field(plain(type), name));
    boolean lost = known
        .map(Field::isTransient)
        .orElseGet(() -> project.types().fieldsNamed(name).stream().anyMatch(Field::isTransient));
    return lost ? Root.TRANSIENT : name;
  }

  static String step(Field field) {
    return field.isTransient() ? Root.TRANSIENT : field.name();
  }

  /** The field that a name stands for, if that is one of an anonymous or local class. */
  static Optional<FieldDeclaration> member(Node declaration) {
    return declaration
        .getParentNode()
        .filter(FieldDeclaration.class::isInstance)
        .map(FieldDeclaration.class::cast);
  }

  static Root member(NameExpr name, FieldDeclaration field) {
    Node around = name;
    while (!isClassBody(around, name) && around.getParentNode().isPresent()) {
      around = around.getParentNode().get();
    }
    Root holder =
        Lookup.same(around, field.getParentNode().orElse(null)) ? Root.THIS : Root.UNKNOWN;
    return holder.through(field.isTransient() ? Root.TRANSIENT : name.getNameAsString());
  }

  private static boolean isClassBody(Node around, Node name) {
    return around instanceof TypeDeclaration<?>
        || (around instanceof ObjectCreationExpr creation
            && creation.getAnonymousClassBody().isPresent()
            && creation.getAnonymousClassBody().get().stream()
                .anyMatch(member -> Lookup.within(name, member)));
  }

  static Optional<String> mapped(String type) {
    int depth = 0;
    for (int i = type.length() - 1; i >= 0; i--) {
      char at = type.charAt(i);
      depth += at == '>' ? 1 : at == '<' ? -1 : 0;
      if (at == ',' && depth == 1) {
        return Optional.of(type.substring(i + 1, type.length() - 1).strip())
            .filter(value -> !value.startsWith("?"));
      }
    }
    return Optional.empty();
  }

  boolean isValue(Expression expression) {
    return of(expression).filter(this::isValue).isPresent();
  }

  boolean isValue(String type) {
    String plain = plain(type);
    return !type.endsWith("[]")
        && (VALUES.contains(plain)
            || (project.types().isEnum(plain) && !project.types().isChangingEnum(plain)));
  }

  /** {@code java.util.List<int[]>} is a {@code List}. */
  static String plain(String type) {
    int generic = type.indexOf('<');
    String raw = generic < 0 ? type : type.substring(0, generic);
    return raw.substring(raw.lastIndexOf('.') + 1);
  }

  /** The type of what an array or collection holds. */
  static Optional<String> element(String type) {
    if (type.endsWith("[]")) {
      return Optional.of(type.substring(0, type.length() - 2));
    }
    int open = type.indexOf('<');
    int close = type.lastIndexOf('>');
    String argument = open < 0 || close < open ? "" : type.substring(open + 1, close);
    boolean one = !argument.isEmpty()
        && !argument.startsWith("?")
        && (argument.indexOf(',') < 0 || argument.indexOf('<') >= 0);
    return one && !plain(type).endsWith("Map") ? Optional.of(argument) : Optional.empty();
  }

  Optional<String> of(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return of(enclosed.getInner());
    }
    if (expression instanceof LiteralExpr
        || expression instanceof UnaryExpr
        || expression instanceof BinaryExpr
        || expression instanceof InstanceOfExpr
        || expression instanceof ClassExpr) {
      return Optional.of(VALUE);
    }
    if (expression instanceof NameExpr name) {
      return local(name).map(this::declared).orElseGet(() -> field(name)
          .map(field -> field.type().asString()));
    }
    if (expression instanceof FieldAccessExpr access) {
      return ofField(access);
    }
    if (expression instanceof MethodCallExpr call) {
      return ofCall(call);
    }
    return ofOther(expression);
  }

  private Optional<String> ofOther(Expression expression) {
    if (expression instanceof ThisExpr) {
      return Optional.of(Project.owner(expression)).filter(owner -> !owner.isEmpty());
    }
    if (expression instanceof ArrayAccessExpr access) {
      return of(access.getName()).flatMap(Types::element);
    }
    if (expression instanceof ObjectCreationExpr creation) {
      return Optional.of(creation.getType().asString());
    }
    if (expression instanceof ArrayCreationExpr array) {
      return Optional.of(array.createdType().asString());
    }
    if (expression instanceof CastExpr cast) {
      return Optional.of(cast.getType().asString());
    }
    if (expression instanceof AssignExpr assign) {
      return of(assign.getTarget());
    }
    return expression instanceof ConditionalExpr choice
        ? of(choice.getThenExpr()).or(() -> of(choice.getElseExpr()))
        : Optional.empty();
  }

  private Optional<String> ofField(FieldAccessExpr access) {
    String name = access.getNameAsString();
    Optional<String> scope = isType(access.getScope())
        ? Optional.of(plain(access.getScope().toString()))
        : of(access.getScope());
    if (name.equals("length") && scope.filter(type -> type.endsWith("[]")).isPresent()) {
      return Optional.of(VALUE);
    }
    Optional<Field> known = scope.flatMap(type -> project.types().field(plain(type), name));
    if (known.isPresent()) {
      return known.map(field -> field.type().asString());
    }
    return scope.isPresent()
        ? Optional.empty()
        : common(project.types().fieldsNamed(name).stream()
            .map(f -> f.type().asString())
            .distinct()
            .toList());
  }

  private Optional<String> ofCall(MethodCallExpr call) {
    if (FlorCalls.isFlor(call)) {
      return ofFlor(call);
    }
    if (call.getNameAsString().equals("toString") && call.getArguments().isEmpty()) {
      return Optional.of("String");
    }
    List<String> returned = project.named(call.getNameAsString()).stream()
        .filter(callable -> Project.fits(callable, call.getArguments().size()))
        .flatMap(callable -> callable.returns().stream())
        .map(Type::asString)
        .distinct()
        .toList();
    Optional<String> library =
        Library.returned(call, call.getScope().filter(scope -> !isType(scope)).flatMap(this::of));
    return library.isPresent() ? library : common(returned).or(() -> ofAccessor(call));
  }

  private Optional<String> ofAccessor(MethodCallExpr call) {
    String name = call.getNameAsString();
    return call.getScope()
        .flatMap(this::of)
        .map(Types::plain)
        .filter(type -> call.getArguments().isEmpty() && project.types().isAccessor(type, name))
        .flatMap(type -> project.types().field(type, name))
        .map(field -> field.type().asString());
  }

  private Optional<String> ofFlor(MethodCallExpr call) {
    String name = call.getNameAsString();
    if (name.equals("range")) {
      return Optional.of("Iterable<Integer>");
    }
    boolean passes = name.equals("loop") || name.equals("log") || name.equals("arg");
    return passes && call.getArguments().size() == 2 ? of(call.getArgument(1)) : Optional.empty();
  }

  private static Optional<String> common(List<String> types) {
    return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
  }

  /** The type of a declared variable; of {@code var}, that of what it is set to. */
  Optional<String> declared(Node declaration) {
    if (declaration instanceof Parameter parameter) {
      String written = parameter.getType().asString();
      return parameter.getType().isUnknownType() || parameter.getType().isVarType()
          ? Optional.empty()
          : Optional.of(parameter.isVarArgs() ? written + "[]" : written);
    }
    if (declaration instanceof TypePatternExpr pattern) {
      return Optional.of(pattern.getType().asString());
    }
    VariableDeclarator variable = (VariableDeclarator) declaration;
    if (!variable.getType().isVarType()) {
      return Optional.of(variable.getType().asString());
    }
    return variable.getInitializer().isPresent()
        ? of(variable.getInitializer().get())
        : ofItems(variable);
  }

  private Optional<String> ofItems(VariableDeclarator variable) {
    return variable
        .getParentNode()
        .filter(VariableDeclarationExpr.class::isInstance)
        .flatMap(Node::getParentNode)
        .filter(ForEachStmt.class::isInstance)
        .flatMap(loop -> of(((ForEachStmt) loop).getIterable()))
        .flatMap(Types::element);
  }
}
