package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that one version has in an atomic variable or an {@code Optional}, and the other as they are. */
final class Holders {
  private static final Map<String, String> OF_PRIMITIVES = Map.ofEntries(
      Map.entry("AtomicBoolean", "boolean"),
      Map.entry("AtomicInteger", "int"),
      Map.entry("AtomicLong", "long"),
      Map.entry("LongAdder", "long"),
      Map.entry("DoubleAdder", "double"),
      Map.entry("OptionalInt", "int"),
      Map.entry("OptionalLong", "long"),
      Map.entry("OptionalDouble", "double"));

  private static final Set<String> OF_OBJECTS =
      Set.of("AtomicReference", "Optional", "Supplier", "ThreadLocal");

  /** What asks for the value, and does nothing else. */
  private static final Set<String> ASKS = Set.of(
      "get",
      "getPlain",
      "getAcquire",
      "getOpaque",
      "getAsInt",
      "getAsLong",
      "getAsDouble",
      "sum",
      "intValue",
      "longValue",
      "doubleValue",
      "orElseThrow");

  /** How those are asked whose value is always there. */
  private static final Map<String, String> ASKED = Map.of(
      "AtomicBoolean", "get()",
      "AtomicInteger", "get()",
      "AtomicLong", "get()",
      "AtomicReference", "get()",
      "LongAdder", "sum()",
      "DoubleAdder", "sum()");

  private final Cargo cargo;

  Holders(Cargo cargo) {
    this.cargo = cargo;
  }

  /** What to write for an expression of latest whose value is held otherwise on the ground; empty if it is not. */
  Optional<String> older(Node node, Ground ground) {
    if (node instanceof MethodCallExpr call) {
      return call.getArguments().isEmpty() && ASKS.contains(call.getNameAsString())
          ? call.getScope().flatMap(scope -> unheld(scope, ground))
          : Optional.empty();
    }
    return node instanceof NameExpr name && !isSet(name) && !AsText.reads(name)
        ? held(name, ground)
        : Optional.empty();
  }

  /** The variable that has what latest asks its holder for. */
  private Optional<String> unheld(Node holder, Ground ground) {
    Optional<Binding> wanted = variable(holder, ground).filter(v -> !cargo.takes(v.node()));
    Optional<String> value = wanted.flatMap(Binding::type).flatMap(Holders::value);
    return value.flatMap(type -> counterpart(wanted.get(), ground)
        .filter(there -> there.type().filter(t -> isSame(type, t)).isPresent())
        .map(there ->
            (holder instanceof FieldAccessExpr ? "this." : "") + renamed(wanted.get(), there)));
  }

  /** The holder that is to be asked for the value of a variable of latest. */
  private Optional<String> held(NameExpr name, Ground ground) {
    Optional<Binding> wanted = variable(name, ground).filter(v -> !cargo.takes(v.node()));
    Optional<String> type = wanted.flatMap(Binding::type);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    boolean dereferenced = name.getParentNode()
        .filter(p -> p instanceof MethodCallExpr call
            && call.getScope().filter(s -> Nodes.same(s, name)).isPresent())
        .isPresent();
    return counterpart(wanted.get(), ground).flatMap(there -> there
        .type()
        .filter(holder -> value(holder).filter(v -> isSame(v, type.get())).isPresent())
        .filter(holder -> !dereferenced || !isOfPrimitives(holder))
        .flatMap(holder -> Optional.ofNullable(ASKED.get(TypeText.erased(holder))))
        .map(asked -> renamed(wanted.get(), there) + "." + asked));
  }

  private String renamed(Binding wanted, Binding there) {
    if (!there.name().equals(wanted.name())) {
      cargo.rename(wanted.name(), there.name());
    }
    return there.name();
  }

  private static Optional<Binding> variable(Node node, Ground ground) {
    if (node instanceof NameExpr name) {
      return Scope.variable(ground.latest(), name.getNameAsString(), name);
    }
    return node instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr
        ? TypeFinder.around(ground.latest(), access)
            .flatMap(type -> type.field(access.getNameAsString()))
        : Optional.empty();
  }

  private static Optional<Binding> counterpart(Binding wanted, Ground ground) {
    return ground
        .variable(wanted.name())
        .filter(there -> there.field() == wanted.field())
        .or(() -> Variables.counterpart(wanted, ground.pairing()).filter(there -> ground
            .variable(there.name())
            .filter(seen -> Nodes.same(seen.node(), there.node()))
            .isPresent()));
  }

  /** The type of what a type holds. */
  private static Optional<String> value(String holder) {
    String type = TypeText.erased(holder);
    int open = holder.indexOf('<');
    return OF_OBJECTS.contains(type) && open >= 0
        ? Optional.of(holder.substring(open + 1, holder.lastIndexOf('>')))
        : Optional.ofNullable(OF_PRIMITIVES.get(type));
  }

  private static boolean isOfPrimitives(String holder) {
    return OF_PRIMITIVES.containsKey(TypeText.erased(holder));
  }

  private static boolean isSame(String one, String other) {
    return TypeText.erased(one).equals(TypeText.erased(other))
        || (TypeText.isValue(one) && TypeText.compatible(one, other));
  }

  private static boolean isSet(NameExpr name) {
    Node parent = name.getParentNode().orElse(null);
    return (parent instanceof AssignExpr set && Nodes.same(set.getTarget(), name))
        || (parent instanceof UnaryExpr unary && unary.getOperator().name().contains("CREMENT"));
  }
}
