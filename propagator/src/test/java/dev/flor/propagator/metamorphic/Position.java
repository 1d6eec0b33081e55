package dev.flor.propagator.metamorphic;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a statement stands: steps up to the root, in words that added braces, imports and log statements do not change. */
final class Position {
  private static final Pattern LOGGER =
      Pattern.compile("(?i)(dev\\.flor\\.)?flor|(.*\\.)?(.*_)?log(ger)?|.*log(ger)?(\\(\\))?");
  private static final Set<String> LEVELS =
      Set.of("trace", "debug", "info", "warn", "error", "log");

  private Position() {}

  static List<String> of(Statement statement, Set<String> loose) {
    List<String> steps = new ArrayList<>();
    Node child = statement;
    for (Node parent = parent(child); parent != null; parent = parent(parent)) {
      step(parent, child, loose, steps);
      child = parent;
    }
    return steps;
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }

  private static void step(Node parent, Node child, Set<String> loose, List<String> steps) {
    if (parent instanceof BlockStmt block) {
      steps.add("at " + count(block.getStatements(), child, loose));
    } else if (parent instanceof SwitchEntry entry) {
      if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP && child instanceof Statement) {
        steps.add("at " + count(entry.getStatements(), child, loose));
      } else if (!(child instanceof BlockStmt)) {
        steps.add("at 0");
      }
    } else if (child instanceof Statement statement && !(parent instanceof CompilationUnit)) {
      if (!(statement instanceof BlockStmt)) {
        steps.add("at 0");
      }
      steps.add(role(parent, child) + " of " + parent.getClass().getSimpleName());
    } else if (child instanceof CallableDeclaration<?> member) {
      steps.add("in " + member.getSignature().asString() + " " + among(parent, child, true));
    } else {
      steps.add(child.getClass().getSimpleName() + " " + among(parent, child, false));
    }
  }

  private static int count(List<Statement> list, Node end, Set<String> loose) {
    int count = 0;
    for (Statement statement : list) {
      if (View.same(statement, end)) {
        return count;
      }
      count += passing(statement, loose) ? 0 : 1;
    }
    throw new IllegalStateException("not in the list");
  }

  /** Whether a statement is a neighbour, of which it matters on which side a place is. */
  static boolean counts(Statement statement) {
    return !passing(statement, Set.of());
  }

  /** Whether the place before such a statement is as good as the one behind it. */
  private static boolean passing(Statement statement, Set<String> loose) {
    return logs(statement)
        || (statement.isIfStmt() && guard(statement.asIfStmt()))
        || statement.toString().contains("unrelated")
        || loose.contains(Words.of(statement));
  }

  private static boolean guard(IfStmt statement) {
    return statement.getElseStmt().isEmpty()
        && statement.getCondition().toString().matches(".*\\.is\\w+Enabled\\(\\)")
        && (statement.getThenStmt() instanceof BlockStmt block
            ? block.getStatements().stream().allMatch(Position::logs)
            : logs(statement.getThenStmt()));
  }

  private static boolean logs(Statement statement) {
    return statement instanceof ExpressionStmt s
        && s.getExpression() instanceof MethodCallExpr call
        && LEVELS.contains(call.getNameAsString())
        && call.getScope().filter(x -> LOGGER.matcher(x.toString()).matches()).isPresent();
  }

  private static String role(Node parent, Node child) {
    if (parent instanceof IfStmt branch) {
      return View.same(branch.getThenStmt(), child) ? "then" : "else";
    }
    if (parent instanceof LambdaExpr) {
      return "body";
    }
    int at = 0;
    for (Node node : parent.getChildNodes()) {
      if (View.same(node, child)) {
        return "body " + at;
      }
      at += node instanceof BlockStmt ? 1 : 0;
    }
    return "body";
  }

  private static int among(Node parent, Node child, boolean signature) {
    int at = 0;
    for (Node node : parent.getChildNodes()) {
      if (View.same(node, child)) {
        return at;
      }
      boolean like = node.getClass() == child.getClass()
          && (!signature
              || ((CallableDeclaration<?>) node)
                  .getSignature()
                  .equals(((CallableDeclaration<?>) child).getSignature()));
      at += like ? 1 : 0;
    }
    return at;
  }
}
