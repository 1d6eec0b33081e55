package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.function.Predicate;

/** Follows one variable through a piece of code: may it be read before it is set, and is it set on every way to the end? */
final class Exposure {
  private final Predicate<NameExpr> isVariable;
  private boolean exposed;
  private boolean leftUnset;

  private Exposure(Predicate<NameExpr> isVariable) {
    this.isVariable = isVariable;
  }

  /** {@code exposed}: it may be read before it is set; {@code set}: whoever gets through has set it. */
  record Result(boolean exposed, boolean set) {}

  static Result of(Node code, Predicate<NameExpr> isVariable) {
    Exposure exposure = new Exposure(isVariable);
    boolean set = exposure.visit(code, false);
    return new Result(exposure.exposed, set && !exposure.leftUnset);
  }

  /** Whether the variable is set after {@code node}, given whether it was before. */
  private boolean visit(Node node, boolean set) {
    if (node instanceof NameExpr name) {
      exposed |= !set && isVariable.test(name);
      return set;
    }
    if (node instanceof AssignExpr assign) {
      return visitAssign(assign, set);
    }
    if (node instanceof IfStmt choice) {
      boolean tested = visit(choice.getCondition(), set);
      boolean then = visit(choice.getThenStmt(), tested);
      return choice.getElseStmt().map(other -> visit(other, tested)).orElse(tested) && then;
    }
    if (node instanceof ConditionalExpr choice) {
      boolean tested = visit(choice.getCondition(), set);
      boolean then = visit(choice.getThenExpr(), tested);
      return visit(choice.getElseExpr(), tested) && then;
    }
    if (node instanceof BinaryExpr both && isShortCircuit(both)) {
      boolean left = visit(both.getLeft(), set);
      visit(both.getRight(), left);
      return left;
    }
    return visitJump(node, set);
  }

  private boolean visitAssign(AssignExpr assign, boolean set) {
    if (!(assign.getTarget() instanceof NameExpr name && isVariable.test(name))) {
      return visit(assign.getValue(), visit(assign.getTarget(), set));
    }
    exposed |= !set && assign.getOperator() != AssignExpr.Operator.ASSIGN;
    visit(assign.getValue(), set);
    return true;
  }

  private static boolean isShortCircuit(BinaryExpr both) {
    return both.getOperator() == BinaryExpr.Operator.AND
        || both.getOperator() == BinaryExpr.Operator.OR;
  }

  /** Nothing runs after a jump; but whoever jumps goes on somewhere. */
  private boolean visitJump(Node node, boolean set) {
    boolean jump = node instanceof BreakStmt || node instanceof ContinueStmt;
    boolean leave = node instanceof ReturnStmt || node instanceof ThrowStmt;
    if (jump || leave) {
      visitAll(node.getChildNodes(), set);
      leftUnset |= jump && !set;
      return true;
    }
    return visitLoop(node, set);
  }

  /** A loop may run not at all. */
  private boolean visitLoop(Node node, boolean set) {
    if (node instanceof ForStmt loop) {
      boolean started = visitAll(loop.getInitialization(), set);
      boolean tested = loop.getCompare().map(test -> visit(test, started)).orElse(started);
      visitAll(loop.getUpdate(), visit(loop.getBody(), tested));
      return tested;
    }
    if (node instanceof WhileStmt loop) {
      boolean tested = visit(loop.getCondition(), set);
      visit(loop.getBody(), tested);
      return tested;
    }
    if (node instanceof ForEachStmt loop) {
      boolean drawn = visit(loop.getIterable(), set);
      visit(loop.getBody(), drawn);
      return drawn;
    }
    if (node instanceof DoStmt loop) {
      boolean tested = visit(loop.getCondition(), visit(loop.getBody(), set));
      return set
          || (tested
              && loop.getBody().findFirst(BreakStmt.class).isEmpty()
              && loop.getBody().findFirst(ContinueStmt.class).isEmpty());
    }
    return visitRest(node, set);
  }

  private boolean visitRest(Node node, boolean set) {
    if (node instanceof TryStmt attempt) {
      return visitTry(attempt, set);
    }
    if (node instanceof SwitchStmt || node instanceof SwitchExpr) {
      visitEach(node.getChildNodes(), visit(node.getChildNodes().get(0), set));
      return set;
    }
    if (node instanceof LabeledStmt labelled) {
      visit(labelled.getStatement(), set);
      return set;
    }
    if (node instanceof LambdaExpr || node instanceof ObjectCreationExpr) {
      visitEach(node.getChildNodes(), set);
      return set;
    }
    return visitAll(node.getChildNodes(), set);
  }

  private boolean visitTry(TryStmt attempt, boolean set) {
    boolean tried = visit(attempt.getTryBlock(), visitAll(attempt.getResources(), set));
    boolean caught =
        attempt.getCatchClauses().stream().allMatch(clause -> visit(clause.getBody(), set));
    visitEach(attempt.getCatchClauses(), set);
    return attempt.getFinallyBlock().map(last -> visit(last, set)).orElse(false)
        || (tried && caught);
  }

  private boolean visitAll(List<? extends Node> nodes, boolean set) {
    boolean now = set;
    for (Node node : nodes) {
      now = visit(node, now);
    }
    return now;
  }

  private void visitEach(List<? extends Node> nodes, boolean set) {
    nodes.forEach(node -> visit(node, set));
  }
}
