package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells a place right beside the statement's neighbour from one that is hardly better, where between the two the older version changes what
 * the statement reads, or leaves. Latest does nothing of the kind between the neighbour and the statement: beyond it the statement would
 * see another value, or none.
 */
final class Overrun {
  /** Places with less between their scores are nearly as good as each other. */
  private static final double NEAR = 0.1;

  private final Pairing pairing;
  private final Site site;
  private final Set<String> read;

  Overrun(Pairing pairing, Site site) {
    this.pairing = pairing;
    this.site = site;
    this.read = site.carried().findAll(MethodCallExpr.class).stream()
        .limit(1)
        .flatMap(call -> call.getArguments().stream())
        .flatMap(argument -> argument.findAll(NameExpr.class).stream())
        .map(NameExpr::getNameAsString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The places, best first, where one right beside a neighbour changes ranks with the best one beyond it. */
  List<Ranked> settled(List<Ranked> ranked) {
    for (int i = 1; i < ranked.size(); i++) {
      Ranked best = ranked.get(0);
      Ranked other = ranked.get(i);
      if (other.score() < best.score() - NEAR) {
        return ranked;
      }
      if (isOverrun(other.slot(), best.slot())) {
        List<Ranked> settled = new ArrayList<>(ranked);
        settled.set(0, new Ranked(other.slot(), best.score()));
        settled.set(i, new Ranked(best.slot(), other.score()));
        return settled;
      }
    }
    return ranked;
  }

  private boolean isOverrun(Slot beside, Slot beyond) {
    if (!beside.list().same(beyond.list())) {
      return false;
    }
    List<Statement> all = beside.list().statements();
    List<Statement> between = all.subList(
        Math.min(beside.index(), beyond.index()), Math.max(beside.index(), beyond.index()));
    return between.stream().allMatch(s -> pairing.latest(s).isEmpty())
        && between.stream().anyMatch(this::disturbs)
        && (beside.index() < beyond.index() ? follows(beside) : precedes(beside))
        && !follows(beyond)
        && !precedes(beyond);
  }

  private boolean follows(Slot slot) {
    List<Statement> above = new ArrayList<>(slot.list().statements().subList(0, slot.index()));
    Collections.reverse(above);
    return isSame(site.before(), slot.unit(), above);
  }

  private boolean precedes(Slot slot) {
    List<Statement> all = slot.list().statements();
    return isSame(site.after(), slot.unit(), all.subList(slot.index(), all.size()));
  }

  private boolean isSame(List<Statement> latest, Unit olderUnit, List<Statement> older) {
    Optional<Statement> counterpart = Pairing.nearest(olderUnit, older);
    return Pairing.nearest(site.unit(), latest)
        .flatMap(pairing::older)
        .filter(node -> counterpart.filter(o -> Nodes.same(o, node)).isPresent())
        .isPresent();
  }

  private boolean disturbs(Statement statement) {
    return statement.findFirst(Node.class, this::disturbs).isPresent();
  }

  private boolean disturbs(Node node) {
    if (node instanceof MethodCallExpr call) {
      return call.getArguments().stream().anyMatch(this::isRead)
          || call.getScope().filter(this::isRead).isPresent()
          || call.toString().startsWith("System.exit(");
    }
    return node instanceof ReturnStmt
        || node instanceof ThrowStmt
        || node instanceof BreakStmt
        || node instanceof ContinueStmt
        || (node instanceof AssignExpr assignment && isRead(assignment.getTarget()))
        || (node instanceof UnaryExpr unary && isRead(unary.getExpression()));
  }

  private boolean isRead(Expression expression) {
    return SideEffects.rootName(expression)
        .filter(name -> read.contains(name.getNameAsString()))
        .isPresent();
  }
}
