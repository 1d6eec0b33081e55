package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.List;
import java.util.Optional;

/** Puts a logging call around an expression that the older version has already. */
final class Wrapping {
  private final Project project;
  private final Pairing pairing;

  Wrapping(Project project, Pairing pairing) {
    this.project = project;
    this.pairing = pairing;
  }

  /** For {@code x = Flor.log("x", f(x))}: wraps the older {@code f(x)}; empty if there is no such expression. */
  Optional<Outcome> carry(Probe probe, MethodCallExpr call) {
    Expression logged = FileCarrier.logged(call);
    return pairing
        .aligned(logged)
        .or(() -> pairing.aligned(call))
        .or(() -> byRole(call))
        .filter(Expression.class::isInstance)
        .map(Expression.class::cast)
        .filter(older -> sameRole(call, older))
        .map(older -> wrapped(probe, call, older, 0.8));
  }

  /** Whether what a statement evaluates may be the value of a lambda or a {@code switch}. */
  static boolean givesValue(Statement statement) {
    return statement
        .getParentNode()
        .filter(p -> p instanceof LambdaExpr
            || (p instanceof SwitchEntry
                && p.getParentNode().filter(SwitchExpr.class::isInstance).isPresent()))
        .isPresent();
  }

  /** For {@code Flor.log("x", x)} where latest has {@code x = f()} and the older version just {@code f()}: wraps that. */
  Optional<Outcome> inlined(Probe probe, Optional<MethodCallExpr> call, Ranked place) {
    return call.flatMap(c -> Optional.of(FileCarrier.logged(c))
        .filter(NameExpr.class::isInstance)
        .map(NameExpr.class::cast)
        .flatMap(name -> Scope.variable(pairing.latest(), name.getNameAsString(), name))
        .filter(binding -> !Initial.setAgain(binding))
        .map(Binding::node)
        .filter(VariableDeclarator.class::isInstance)
        .filter(node -> sameList(node, c))
        .flatMap(node -> ((VariableDeclarator) node).getInitializer())
        .filter(value -> value instanceof MethodCallExpr)
        .flatMap(
            value -> LocalNeeds.olderExpression(value, pairing).filter(older -> only(value, older)))
        .filter(older -> place.slot().unit().line(older) >= place.slot().line() - 3)
        .filter(older -> !statementByItself(older))
        .map(older -> wrapped(probe, c, older, place.score())));
  }

  /** What is set and then logged only in a branch is not logged where it is set. */
  private static boolean sameList(Node declaring, Node logging) {
    Optional<Node> one = Nodes.enclosing(declaring, Statement.class).flatMap(Node::getParentNode);
    Optional<Node> other = Nodes.enclosing(logging, Statement.class).flatMap(Node::getParentNode);
    return one.isPresent() && other.filter(o -> Nodes.same(o, one.get())).isPresent();
  }

  /** Whether the older member does not evaluate the same more often than latest does. */
  private boolean only(Expression value, Expression older) {
    List<String> now = pairing.latestTokens(value);
    List<String> then = pairing.olderTokens(older);
    Node latestMember = Pairing.member(value).orElse(value);
    Node olderMember = Pairing.member(older).orElse(older);
    return olderMember
            .findAll(older.getClass(), e -> pairing.olderTokens(e).equals(then))
            .size()
        <= latestMember
            .findAll(value.getClass(), e -> pairing.latestTokens(e).equals(now))
            .size();
  }

  private static boolean statementByItself(Expression older) {
    return older
        .getParentNode()
        .filter(p -> p instanceof Statement && !(p instanceof ReturnStmt))
        .isPresent();
  }

  private Outcome wrapped(Probe probe, MethodCallExpr call, Expression older, double score) {
    Unit latest = pairing.latest();
    Cargo cargo = new Cargo();
    Slot slot = slot(older);
    Ground ground = slot == null
        ? Ground.of(pairing, TypeFinder.around(pairing.older(), older).orElseThrow())
        : Ground.of(pairing, slot);
    String opening = new Needs(project, cargo).opening(call, ground);
    Piece.Wrap piece = new Piece.Wrap(
        pairing.older(), older, opening + "(" + latest.text(call.getArgument(0)) + ", ", ")");
    cargo.add(piece);
    int line = pairing.older().line(older);
    return Outcome.ready(new Outcome.Load(
        probe,
        cargo,
        piece.key(),
        0,
        pairing.older().path(),
        line,
        score,
        "around " + Explanation.brief(pairing.older().text(older))));
  }

  private Slot slot(Expression older) {
    return Nodes.enclosing(older, Statement.class)
        .flatMap(s ->
            StatementList.holding(s).map(list -> new Slot(pairing.older(), list, list.indexOf(s))))
        .orElse(null);
  }

  /** What stands in the same part of the corresponding statement. */
  private Optional<Node> byRole(MethodCallExpr call) {
    Node parent = call.getParentNode().orElseThrow();
    return pairing
        .aligned(parent)
        .filter(o -> o.getClass() == parent.getClass())
        .flatMap(older -> part(parent, call, older));
  }

  private static Optional<Node> part(Node parent, MethodCallExpr call, Node older) {
    if (parent instanceof VariableDeclarator) {
      return ((VariableDeclarator) older).getInitializer().map(Node.class::cast);
    }
    if (parent instanceof AssignExpr assignment && Nodes.same(assignment.getValue(), call)) {
      return Optional.of(((AssignExpr) older).getValue());
    }
    return parent instanceof ReturnStmt
        ? ((ReturnStmt) older).getExpression().map(Node.class::cast)
        : Optional.empty();
  }

  private boolean sameRole(MethodCallExpr call, Expression older) {
    Node parent = call.getParentNode().orElseThrow();
    Node olderParent = older.getParentNode().orElseThrow();
    return parent.getClass() == olderParent.getClass()
        || (setsVariable(parent, call) && setsVariable(olderParent, older))
        || calledThere(FileCarrier.logged(call), older);
  }

  /** Whether the same call is made there, for another use: to make it a second time would be wrong. */
  private boolean calledThere(Expression logged, Expression older) {
    return logged instanceof MethodCallExpr
        && pairing.aligned(logged).filter(o -> Nodes.same(o, older)).isPresent()
        && !statementByItself(older);
  }

  private static boolean setsVariable(Node parent, Expression value) {
    return parent instanceof VariableDeclarator
        || (parent instanceof AssignExpr assignment && Nodes.same(assignment.getValue(), value));
  }
}
