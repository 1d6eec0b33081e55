package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.Optional;

/** Ways out of a loop that go further than its end. A plain {@code break} of the loop itself is no such way. */
final class Jumps {
  private Jumps() {}

  static Optional<Node> beyond(ForEachStmt loop, Node limit) {
    boolean guarded = isGuarded(loop, limit);
    return loop.getBody().findFirst(Node.class, node -> leaves(node, loop, guarded));
  }

  private static boolean leaves(Node node, ForEachStmt loop, boolean guarded) {
    if (node instanceof ReturnStmt) {
      return isOwn(node, loop);
    }
    if (node instanceof ThrowStmt) {
      return guarded && isOwn(node, loop);
    }
    if (node instanceof BreakStmt jump) {
      return jump.getLabel()
          .filter(label -> !isLabelledInside(label.asString(), node, loop))
          .isPresent();
    }
    return node instanceof ContinueStmt jump
        && jump.getLabel()
            .filter(label -> !isLabelledInside(label.asString(), node, loop)
                && !isLabelOf(label.asString(), loop))
            .isPresent();
  }

  private static boolean isOwn(Node node, ForEachStmt loop) {
    Node at = node;
    while (!Lookup.same(at, loop) && at.getParentNode().isPresent()) {
      if (at instanceof LambdaExpr || at instanceof CallableDeclaration<?>) {
        return false;
      }
      at = at.getParentNode().get();
    }
    return true;
  }

  private static boolean isLabelledInside(String label, Node node, ForEachStmt loop) {
    Node at = node;
    while (!Lookup.same(at, loop) && at.getParentNode().isPresent()) {
      at = at.getParentNode().get();
      if (!Lookup.same(at, loop)
          && at instanceof LabeledStmt labelled
          && labelled.getLabel().asString().equals(label)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLabelOf(String label, ForEachStmt loop) {
    return loop.getParentNode().orElse(null) instanceof LabeledStmt labelled
        && labelled.getLabel().asString().equals(label);
  }

  /** Whether something around the loop may catch what it throws, and go on. */
  private static boolean isGuarded(ForEachStmt loop, Node limit) {
    for (Node at = loop;
        !Lookup.same(at, limit) && at.getParentNode().isPresent();
        at = at.getParentNode().get()) {
      if (at instanceof TryStmt attempt && !attempt.getCatchClauses().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
