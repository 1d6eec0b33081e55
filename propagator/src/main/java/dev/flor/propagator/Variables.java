package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithParameters;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What local variables, parameters and fields are called in the older version. */
final class Variables {
  private final Project project;
  private final Cargo cargo;
  private final Needs needs;
  private final Inherited inherited;

  Variables(Project project, Cargo cargo, Needs needs, Inherited inherited) {
    this.project = project;
    this.cargo = cargo;
    this.needs = needs;
    this.inherited = inherited;
  }

  /** The name under which a variable of latest is known on the ground; empty if it cannot be, and the cargo says why. */
  Optional<String> older(Binding wanted, Ground ground) {
    return older(wanted, ground, false);
  }

  /**
   * The same.
   *
   * @param asText whether the value is only turned into text, so that a variable of the same name will do whatever its type
   */
  Optional<String> older(Binding wanted, Ground ground, boolean asText) {
    if (cargo.takes(wanted.node())) {
      return Optional.of(wanted.name());
    }
    Optional<Binding> tied = CallSites.older(wanted, ground).flatMap(ground::variable);
    if (tied.isPresent()) {
      return checked(wanted, tied.get(), ground, asText);
    }
    Optional<Binding> sameName = ground.variable(wanted.name());
    Optional<String> hidden = HiddenFields.qualified(wanted, sameName, ground, project);
    return hidden.isPresent()
        ? renamed(wanted, hidden.get())
        : visible(wanted, sameName, ground, asText);
  }

  private Optional<String> visible(
      Binding wanted, Optional<Binding> sameName, Ground ground, boolean asText) {
    if (sameName.isEmpty()) {
      if (wanted.field() && inherited.declared(wanted.name(), ground)) {
        return Optional.of(wanted.name());
      }
      Optional<Binding> caught = caught(wanted, ground);
      if (caught.isPresent()) {
        return renamed(wanted, caught.get().name());
      }
    }
    Optional<Binding> aligned =
        counterpart(wanted, ground.pairing()).filter(a -> visible(a, ground));
    Optional<Binding> chosen = choose(wanted, sameName, aligned, ground);
    return chosen.filter(c -> c.name().equals(wanted.name())).isPresent()
        ? checked(wanted, chosen.get(), ground, asText)
        : byUses(
            wanted,
            chosen,
            ground,
            asText && chosen.filter(c -> sameParameter(wanted, c)).isPresent());
  }

  /** Whether two parameters stand at the same place in the heads of methods of one name, with as many parameters. */
  private static boolean sameParameter(Binding latest, Binding older) {
    return latest.node().getParentNode().orElse(null) instanceof CallableDeclaration<?> now
        && older.node().getParentNode().orElse(null) instanceof CallableDeclaration<?> then
        && now.getNameAsString().equals(then.getNameAsString())
        && now.getParameters().size() == then.getParameters().size()
        && Nodes.position(latest.node(), now.getParameters())
            == Nodes.position(older.node(), then.getParameters());
  }

  /** A name that latest does not declare either: it must be known here, too. */
  void inherited(String name, Ground ground) {
    if (cargo.strict()
        && !inherited.variable(name, ground)
        && ground.variable(name).isEmpty()
        && !imported(name, ground)) {
      cargo.fail(ground.failure(Refusal.UNBOUND_NAME, "nothing here corresponds to " + name));
    }
  }

  /** Whether a static import of latest brings the name; it comes along. */
  private static boolean imported(String name, Ground ground) {
    return ground.latest().tree().unit().getImports().stream()
        .anyMatch(
            i -> i.isStatic() && (i.isAsterisk() || i.getName().getIdentifier().equals(name)));
  }

  /** What is caught around the ground, for what is caught around the statement. */
  private static Optional<Binding> caught(Binding wanted, Ground ground) {
    return wanted.node().getParentNode().filter(CatchClause.class::isInstance).isEmpty()
        ? Optional.empty()
        : Nodes.enclosing(ground.node(), CatchClause.class)
            .map(clause ->
                new Binding(clause.getParameter().getNameAsString(), clause.getParameter(), false));
  }

  /** The name of the field in {@code this.f}. */
  Optional<String> access(FieldAccessExpr access, Ground ground) {
    if (!(access.getScope() instanceof ThisExpr)) {
      return Optional.empty();
    }
    return TypeFinder.around(ground.latest(), access)
        .flatMap(type -> type.field(access.getNameAsString()))
        .flatMap(field -> own(field, ground));
  }

  /** The name of a field behind {@code this}, where no local variable can hide it. */
  private Optional<String> own(Binding field, Ground ground) {
    Optional<Binding> there =
        TypeFinder.around(ground.older(), ground.node()).flatMap(type -> type.field(field.name()));
    return cargo.takes(field.node())
        ? Optional.of(field.name())
        : visible(field, there.or(() -> ground.variable(field.name())), ground, false);
  }

  private Optional<Binding> choose(
      Binding wanted, Optional<Binding> sameName, Optional<Binding> aligned, Ground ground) {
    if (!wanted.field() && sameName.filter(Binding::field).isPresent()) {
      Optional<Binding> otherLocal = aligned
          .filter(a -> !a.field())
          .or(() ->
              wanted.node() instanceof Parameter ? byPosition(wanted, ground) : Optional.empty());
      return cargo.strict() ? otherLocal.or(() -> sameName) : otherLocal;
    }
    if (aligned.isEmpty()) {
      return sameName.filter(binding -> !otherwiseNamed(binding, wanted, ground));
    }
    if (sameName.isEmpty() || aligned.get().name().equals(wanted.name())) {
      return sameName.or(() -> aligned);
    }
    boolean swapped = ground
        .pairing()
        .latest(sameName.get().node())
        .filter(now -> !Nodes.same(now, wanted.node()))
        .isPresent();
    return swapped && compatible(wanted, aligned.get()) ? aligned : sameName;
  }

  /** Whether an older local variable of the wanted name is what latest has under another name. */
  private static boolean otherwiseNamed(Binding older, Binding wanted, Ground ground) {
    Pairing pairing = ground.pairing();
    return !older.field()
        && !wanted.field()
        && pairing
            .latest(older.node())
            .filter(VariableDeclarator.class::isInstance)
            .filter(now -> !((VariableDeclarator) now).getNameAsString().equals(wanted.name()))
            .filter(now -> pairing.similarity(now, older.node())
                > pairing.similarity(wanted.node(), older.node()))
            .isPresent();
  }

  private Optional<String> checked(Binding wanted, Binding chosen, Ground ground, boolean asText) {
    if (!compatible(wanted, chosen)) {
      String change = wanted.name() + " is of type " + wanted.type().orElse("?")
          + " in latest, but " + chosen.name() + " is of type " + chosen.type().orElse("?");
      if (!asText) {
        cargo.fail(new Failure(
            Refusal.TYPE_CHANGED,
            ground.older().path(),
            ground.older().line(chosen.node()),
            change));
        return Optional.empty();
      }
      cargo.warn(Refusal.TYPE_CHANGED.id() + ": " + change);
    }
    return renamed(wanted, chosen.name());
  }

  private Optional<String> renamed(Binding wanted, String name) {
    if (!name.equals(wanted.name())) {
      cargo.rename(wanted.name(), name);
    }
    return Optional.of(name);
  }

  /** What stands where the variable is used now, and where it is declared: a vote, to be won by two thirds. */
  private Optional<String> byUses(
      Binding wanted, Optional<Binding> declared, Ground ground, boolean asText) {
    SortedMap<String, Integer> votes = new Votes(cargo).of(wanted, ground);
    declared
        .filter(binding -> votes.isEmpty() || asText || compatible(wanted, binding))
        .ifPresent(binding -> votes.merge(binding.name(), 1, Integer::sum));
    if (votes.isEmpty()) {
      Optional<Binding> other = byPosition(wanted, ground).or(() -> CallSites.result(wanted, ground)
          .flatMap(ground::variable)
          .filter(binding -> compatible(wanted, binding)));
      return other.isPresent()
          ? renamed(wanted, other.get().name())
          : needs.variable(wanted, ground);
    }
    int all = votes.values().stream().mapToInt(n -> n).sum();
    Map.Entry<String, Integer> best =
        votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    if (votes.size() > 1 && 3 * best.getValue() <= 2 * all) {
      cargo.fail(ground.failure(
          Refusal.AMBIGUOUS_NAME,
          wanted.name() + " may be " + String.join(" or ", votes.keySet())));
      return Optional.empty();
    }
    Binding chosen = ground.variable(best.getKey()).orElseThrow(IllegalStateException::new);
    return checked(wanted, chosen, ground, asText);
  }

  /** A variable of another name at the same position of the corresponding method's head, or that of the lambda or loop around the ground. */
  private static Optional<Binding> byPosition(Binding wanted, Ground ground) {
    Optional<Node> head = heads(wanted.node());
    Optional<? extends Node> older = head.flatMap(h -> h instanceof CallableDeclaration<?>
        ? ground.pairing().olderCallable(h)
        : Nodes.enclosing(ground.node(), h.getClass())
            .filter(o -> ground.pairing().latest(o).isEmpty() || o instanceof LambdaExpr));
    List<? extends Node> latest = head.map(Variables::declared).orElse(List.of());
    List<? extends Node> there = older.map(Variables::declared).orElse(List.of());
    return latest.isEmpty() || latest.size() != there.size()
        ? Optional.empty()
        : binding(there.get(Nodes.position(wanted.node(), latest)), false)
            .filter(b -> visible(b, ground))
            .filter(b -> wanted.type().equals(b.type()));
  }

  /** What a variable is declared in the head of. */
  private static Optional<Node> heads(Node variable) {
    return variable
        .getParentNode()
        .flatMap(p -> p instanceof VariableDeclarationExpr ? p.getParentNode() : Optional.of(p))
        .filter(p ->
            p instanceof NodeWithParameters<?> || p instanceof ForStmt || p instanceof ForEachStmt);
  }

  private static List<? extends Node> declared(Node head) {
    if (head instanceof NodeWithParameters<?> callable) {
      return callable.getParameters();
    }
    if (head instanceof ForEachStmt loop) {
      return loop.getVariable().getVariables();
    }
    // an initialiser, which a method may have come out of, declares nothing
    return head instanceof ForStmt loop
        ? loop.getInitialization().stream()
            .filter(VariableDeclarationExpr.class::isInstance)
            .flatMap(e -> ((VariableDeclarationExpr) e).getVariables().stream())
            .toList()
        : List.of();
  }

  /** Whether its name means it on the ground. */
  static boolean visible(Binding binding, Ground ground) {
    return ground
        .variable(binding.name())
        .filter(b -> Nodes.same(b.node(), binding.node()))
        .isPresent();
  }

  /** The older variable that a variable of latest was. */
  static Optional<Binding> counterpart(Binding wanted, Pairing pairing) {
    Optional<Node> node = wanted.field()
        ? pairing.olderDeclaration(wanted.node()).or(() -> pairing.aligned(wanted.node()))
        : pairing.aligned(wanted.node()).filter(older -> !isElsewhere(wanted, older));
    return node.flatMap(n -> binding(n, wanted.field()));
  }

  /** Parameters of methods of different names have only their places in common. */
  private static boolean isElsewhere(Binding wanted, Node older) {
    return wanted.node() instanceof Parameter
        && wanted.node().getParentNode().orElse(null) instanceof CallableDeclaration<?> now
        && older.getParentNode().orElse(null) instanceof CallableDeclaration<?> then
        && !now.getNameAsString().equals(then.getNameAsString())
        && !Tokens.of(now.getParameters().toString())
            .equals(Tokens.of(then.getParameters().toString()));
  }

  private static Optional<Binding> binding(Node node, boolean field) {
    if (node instanceof VariableDeclarator variable) {
      return Optional.of(new Binding(variable.getNameAsString(), node, field));
    }
    if (node instanceof Parameter parameter) {
      return Optional.of(new Binding(parameter.getNameAsString(), node, field));
    }
    if (node instanceof EnumConstantDeclaration constant) {
      return Optional.of(new Binding(constant.getNameAsString(), node, field));
    }
    return node instanceof TypePatternExpr pattern
        ? Optional.of(new Binding(pattern.getNameAsString(), node, field))
        : Optional.empty();
  }

  private static boolean compatible(Binding latest, Binding older) {
    Optional<String> one = latest.type();
    Optional<String> other = older.type();
    return one.isEmpty() || other.isEmpty() || TypeText.compatible(one.get(), other.get());
  }
}
