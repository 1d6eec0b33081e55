package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;

/** A call of {@code Flor.checkpointing}, and the statements that run while it is open. */
record Opening(MethodCallExpr call, Callable in, List<Node> region) {

  static List<Opening> all(Project project) {
    List<Opening> found = new ArrayList<>();
    for (SourceFile file : project.files()) {
      file.tree()
          .unit()
          .findAll(MethodCallExpr.class, call -> FlorCalls.is(call, "checkpointing"))
          .forEach(call -> project
              .callable(call)
              .ifPresent(in -> found.add(new Opening(call, in, region(call)))));
    }
    return found;
  }

  /** As a resource: the block of the try statement. Else whatever follows in the block. */
  private static List<Node> region(MethodCallExpr call) {
    Node child = call;
    while (child.getParentNode().isPresent()) {
      Node parent = child.getParentNode().get();
      if (parent instanceof TryStmt attempt
          && attempt.getResources().stream().anyMatch(resource -> Lookup.within(call, resource))) {
        return List.of(attempt.getTryBlock());
      }
      if (parent instanceof BlockStmt block && child instanceof Statement) {
        int at = indexOf(block.getStatements(), child);
        return List.copyOf(
            block.getStatements().subList(at + 1, block.getStatements().size()));
      }
      child = parent;
    }
    return List.of();
  }

  private static int indexOf(List<Statement> statements, Node statement) {
    int at = 0;
    while (!Lookup.same(statements.get(at), statement)) {
      at++;
    }
    return at;
  }
}
