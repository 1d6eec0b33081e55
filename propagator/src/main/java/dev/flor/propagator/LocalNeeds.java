package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries a local variable that was computed for the probe, with every statement that gives it its value. */
final class LocalNeeds {
  private final Needs needs;
  private final Cargo cargo;

  LocalNeeds(Needs needs, Cargo cargo) {
    this.needs = needs;
    this.cargo = cargo;
  }

  /** Whether the variable comes along; if not, the cargo may say why. */
  boolean carry(Binding wanted, Ground ground) {
    Pairing pairing = ground.pairing();
    VariableDeclarator declarator = (VariableDeclarator) wanted.node();
    Optional<Statement> declaration = Nodes.enclosing(declarator, Statement.class);
    if (declaration.isEmpty() || existsAlready(declarator, pairing)) {
      return false;
    }
    if (ground.variable(wanted.name()).isPresent()) {
      cargo.fail(ground.failure(
          Refusal.AMBIGUOUS_NAME, wanted.name() + " is the name of something else here"));
      return false;
    }
    List<Statement> statements = new ArrayList<>();
    statements.add(declaration.get());
    statements.addAll(writers(wanted, declaration.get(), pairing));
    if (statements.size() > 1 && steersTheProgram(wanted, declaration.get(), statements, pairing)) {
      cargo.fail(ground.failure(
          Refusal.UNBOUND_NAME,
          "nothing here corresponds to " + wanted.name()
              + ", which the latest version changes and uses for more than this statement"));
      return false;
    }
    for (VariableDeclarator declared : declaration.get().findAll(VariableDeclarator.class)) {
      cargo.takesFirst(declared);
    }
    cargo.carry("variable " + wanted.name());
    boolean all = true;
    for (Statement statement : statements) {
      all &= !cargo.takesFirst(statement)
          || placed(statement, Nodes.within(wanted.node(), statement), wanted.name(), ground);
    }
    return all;
  }

  /** Whether the older version evaluates the same thing, under no name: to carry it would evaluate it twice. */
  private static boolean existsAlready(VariableDeclarator declarator, Pairing pairing) {
    return declarator
        .getInitializer()
        .filter(value -> !value.findAll(MethodCallExpr.class).isEmpty())
        .filter(value -> olderExpression(value, pairing).isPresent())
        .isPresent();
  }

  /** The expression of the corresponding older member that was this one. */
  static Optional<Expression> olderExpression(Expression value, Pairing pairing) {
    Optional<Node> aligned = pairing.aligned(value).filter(Expression.class::isInstance);
    return aligned
        .or(() -> pairing.olderMember(value).flatMap(member -> sameText(value, member, pairing)))
        .map(Expression.class::cast);
  }

  private static Optional<Node> sameText(Expression value, Node member, Pairing pairing) {
    List<String> tokens = pairing.latestTokens(value);
    return member.findAll(value.getClass()).stream()
        .filter(other -> pairing.olderTokens(other).equals(tokens))
        .map(Node.class::cast)
        .findFirst();
  }

  /** Puts a statement where it stood; one that declares the name not behind the probe. */
  boolean placed(Statement statement, boolean declares, String name, Ground ground) {
    Optional<Site> site = Site.of(ground.latest(), statement);
    if (site.isEmpty()) {
      return false;
    }
    Slot probe = ground.slot().orElseThrow();
    Optional<Slot> slot = new Placer(ground.pairing())
        .rank(site.get()).stream()
            .filter(r -> r.score() >= Placer.THRESHOLD)
            .map(Ranked::slot)
            .findFirst();
    if (declares) {
      slot = slot.filter(s -> s.offset() <= probe.offset()
              && Nodes.within(probe.list().node(), s.list().node()))
          .or(() -> Optional.of(probe));
    }
    if (slot.isEmpty()) {
      cargo.fail(ground.failure(Refusal.AMBIGUOUS, "no clear place for what computes " + name));
      return false;
    }
    needs.statement(ground.latest(), statement, "", Ground.of(ground.pairing(), slot.get()));
    return true;
  }

  /**
   * Whether a variable that changes is read by what does not travel: it is part of what the latest program
   * does, and a value computed beside an older program that does something else would mean nothing.
   */
  private boolean steersTheProgram(
      Binding wanted, Statement declaration, List<Statement> travelling, Pairing pairing) {
    Node scope = declaration.getParentNode().orElse(declaration);
    return Scope.uses(wanted, scope, pairing.latest()).stream()
        .anyMatch(use -> !comesAlong(use, scope, travelling, pairing.latest()));
  }

  private boolean comesAlong(Node use, Node scope, List<Statement> travelling, Unit latest) {
    for (Node at = use; !Nodes.same(at, scope); at = at.getParentNode().orElse(scope)) {
      Node here = at;
      if (cargo.takes(here)
          || travelling.stream().anyMatch(statement -> Nodes.same(statement, here))
          || (here instanceof Statement statement && Pairing.onlyLogs(latest, statement))) {
        return true;
      }
    }
    return false;
  }

  /** The statements that give the variable a value, as far as the older version lacks them. */
  private static List<Statement> writers(Binding wanted, Statement declaration, Pairing pairing) {
    Unit latest = pairing.latest();
    List<Statement> writers = new ArrayList<>();
    Node scope = declaration.getParentNode().orElse(declaration);
    for (NameExpr use : Scope.uses(wanted, scope, latest)) {
      if (written(use)) {
        unit(use, scope, pairing).filter(s -> !writers.contains(s)).ifPresent(writers::add);
      }
    }
    return writers;
  }

  private static boolean written(NameExpr use) {
    Node at = use;
    while (at.getParentNode().isPresent()
        && at.getParentNode().get() instanceof Expression parent) {
      if (parent instanceof AssignExpr assignment) {
        return Nodes.same(assignment.getTarget(), at);
      }
      if (parent instanceof UnaryExpr unary) {
        return unary.getOperator().name().contains("CREMENT");
      }
      if (parent instanceof MethodCallExpr call
          && call.getScope().filter(s -> Nodes.within(use, s)).isEmpty()) {
        return false;
      }
      at = parent;
    }
    return at instanceof MethodCallExpr call
        && call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent()
        && SideEffects.rootName(call).filter(n -> Nodes.same(n, use)).isPresent();
  }

  /** The outermost statement around a use that the older version lacks. */
  private static Optional<Statement> unit(NameExpr use, Node scope, Pairing pairing) {
    Optional<Statement> found = Optional.empty();
    for (Node at = use; !Nodes.same(at, scope); at = at.getParentNode().orElse(scope)) {
      if (at instanceof Statement statement && StatementList.holding(statement).isPresent()) {
        if (pairing.aligned(statement).isPresent()
            && (found.isPresent() || isLoop(statement) || !statement.isExpressionStmt())) {
          return found;
        }
        found = Optional.of(statement);
      }
    }
    return found;
  }

  private static boolean isLoop(Statement statement) {
    return statement instanceof ForStmt
        || statement instanceof ForEachStmt
        || statement instanceof WhileStmt
        || statement instanceof DoStmt;
  }
}
