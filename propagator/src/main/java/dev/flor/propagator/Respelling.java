package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Finds how the older version writes an expression whose names it does not have: as it writes it elsewhere, where the two
 * versions correspond.
 */
final class Respelling {
  private final Ground ground;
  private final Predicate<Expression> holds;
  private final BiPredicate<Expression, MethodCallExpr> answers;
  private final boolean locals;
  private final IdentityHashMap<Node, String> found = new IdentityHashMap<>();

  /**
   * Looks for what stands on the ground.
   *
   * @param holds whether an expression can stay as it is, but for renamed names
   * @param answers whether what an expression of the older version gives has the method that is called
   * @param locals whether a local variable may be written otherwise, too, beyond being renamed
   */
  Respelling(
      Ground ground,
      Predicate<Expression> holds,
      BiPredicate<Expression, MethodCallExpr> answers,
      boolean locals) {
    this.ground = ground;
    this.holds = holds;
    this.answers = answers;
    this.locals = locals;
  }

  /** What to write instead of which parts of a statement. */
  IdentityHashMap<Node, String> of(Statement statement) {
    statement.getChildNodes().forEach(this::visit);
    return found;
  }

  private void visit(Node node) {
    if (!(node instanceof Expression expression) || node instanceof LiteralExpr) {
      return;
    }
    boolean whole = node.getParentNode().filter(Statement.class::isInstance).isPresent();
    if (!whole && holds.test(expression)) {
      return;
    }
    Optional<Expression> older =
        whole || (!locals && isLocal(expression)) ? Optional.empty() : older(expression);
    if (older.isPresent()) {
      found.put(node, ground.older().text(older.get()));
      call(expression)
          .filter(call -> answers.test(older.get(), call))
          .ifPresent(call -> found.put(call.getName(), call.getNameAsString()));
    } else {
      node.getChildNodes().forEach(this::visit);
    }
  }

  /** What is called on an expression. */
  private static Optional<MethodCallExpr> call(Expression scope) {
    return scope
        .getParentNode()
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getScope().filter(s -> Nodes.same(s, scope)).isPresent());
  }

  /** A constant that was written out: latest's value may be another one. */
  private boolean isConstant(Expression wanted) {
    return !locals && wanted.toString().matches("(\\w+\\.)*[A-Z][A-Z0-9_]+");
  }

  private boolean isLocal(Expression expression) {
    return expression instanceof NameExpr name
        && Scope.variable(ground.latest(), name.getNameAsString(), name)
            .filter(binding -> !binding.field())
            .isPresent();
  }

  /** What stands where the same expression stands elsewhere in latest, if it is one thing. */
  private Optional<Expression> older(Expression wanted) {
    if (!(wanted instanceof NameExpr
        || wanted instanceof FieldAccessExpr
        || wanted instanceof MethodCallExpr)) {
      return Optional.empty();
    }
    Pairing pairing = ground.pairing();
    List<String> tokens = pairing.latestTokens(wanted);
    Node member = Pairing.member(wanted).orElse(wanted);
    Map<String, List<Expression>> votes = new TreeMap<>();
    for (Expression same : member.findAll(
        Expression.class, e -> e.getClass() == wanted.getClass() && !Nodes.same(e, wanted))) {
      if (pairing.latestTokens(same).equals(tokens)) {
        pairing
            .opposite(same)
            .filter(Expression.class::isInstance)
            .map(Expression.class::cast)
            .filter(o -> isKnown(o) || (isConstant(wanted) && o instanceof LiteralExpr))
            .ifPresent(o -> votes
                .computeIfAbsent(ground.older().text(o), text -> new ArrayList<>())
                .add(o));
      }
    }
    if (votes.size() > 1) {
      votes.values().removeIf(same -> !named(wanted, same.get(0)));
    }
    if (votes.size() != 1) {
      return Optional.empty();
    }
    List<Expression> same = votes.values().iterator().next();
    return same.size() > 1 || !isNewName(wanted) ? Optional.of(same.get(0)) : Optional.empty();
  }

  /** Whether what is read or called has the same name. */
  private static boolean named(Expression wanted, Expression older) {
    return wanted instanceof NodeWithSimpleName<?> one
        && older instanceof NodeWithSimpleName<?> other
        && one.getNameAsString().equals(other.getNameAsString());
  }

  /** Whether it is a variable that can be replaced by what it is set to, which is surer than one example. */
  private boolean isNewName(Expression wanted) {
    return wanted instanceof NameExpr name
        && Scope.variable(ground.latest(), name.getNameAsString(), name)
            .flatMap(binding -> Initial.value(binding, ground.pairing()))
            .isPresent();
  }

  /** Whether all its names mean on the ground what they mean where it stands, and it does nothing. */
  private boolean isKnown(Expression older) {
    if (older instanceof LiteralExpr || older instanceof BinaryExpr) {
      return false;
    }
    return older.findAll(NameExpr.class).stream().allMatch(name -> {
          Optional<Binding> there = Scope.variable(ground.older(), name.getNameAsString(), name);
          Optional<Binding> here = ground.variable(name.getNameAsString());
          return there.isPresent() == here.isPresent()
              && there.filter(t -> !Nodes.same(t.node(), here.get().node())).isEmpty();
        })
        && older.findAll(MethodCallExpr.class).stream()
            .allMatch(call -> reads(call) || isAskedAgain(call));
  }

  /** Whether the older member makes a call without arguments several times over: then once more does no harm. */
  private boolean isAskedAgain(MethodCallExpr call) {
    List<String> tokens = ground.pairing().olderTokens(call);
    return call.getArguments().isEmpty()
        && call.getScope().isPresent()
        && Pairing.member(call)
            .map(member -> member.findAll(
                MethodCallExpr.class,
                other -> ground.pairing().olderTokens(other).equals(tokens)))
            .filter(same -> same.size() > 2)
            .isPresent();
  }

  /** Whether a call, by its name, asks for something and does nothing. */
  static boolean reads(MethodCallExpr call) {
    return call.getNameAsString()
        .matches(
            "(get|is|has|to|size|length|name|value|count|as|of|format|min|max|describe|current|nano|elapsed|time|id|key|path|join|copy|describe|available|remaining|position|limit|host|port).*|\\w+(Count|Size|Id|Name|Time|Ms|Key|String)");
  }
}
