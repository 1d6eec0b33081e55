package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Local variables that live longer than a turn of a loop and are set in it. */
final class Locals {
  private final Project project;
  private final Types types;
  private final Callable in;

  Locals(Project project, Types types, Callable in) {
    this.project = project;
    this.types = types;
    this.in = in;
  }

  /** A variable, and where it is first set. */
  record Assigned(Node declaration, Node at) {
    String name() {
      return Lookup.name(declaration);
    }
  }

  /** Those declared outside of a loop and set in its body, in the order of the text. */
  List<Assigned> assignedIn(ForEachStmt loop) {
    List<Assigned> found = new ArrayList<>();
    loop.getBody().walk(Node.TreeTraversal.PREORDER, node -> target(node)
        .flatMap(types::local)
        .filter(declaration -> !Lookup.within(declaration, loop))
        .filter(declaration ->
            found.stream().noneMatch(known -> Lookup.same(known.declaration(), declaration)))
        .ifPresent(declaration -> found.add(new Assigned(declaration, node))));
    return found;
  }

  /** The variable that a node sets, if that is what it does. */
  static Optional<NameExpr> target(Node node) {
    Expression target = null;
    if (node instanceof AssignExpr assign) {
      target = assign.getTarget();
    } else if (node instanceof UnaryExpr unary && Body.changes(unary)) {
      target = unary.getExpression();
    }
    return target instanceof NameExpr name ? Optional.of(name) : Optional.empty();
  }

  /** Whether a later turn of the main loop, or what follows it, may see what an earlier turn has put into a variable. */
  Optional<String> carriedByMain(ForEachStmt loop, Node declaration) {
    Exposure.Result turn = Exposure.of(loop.getBody(), is(declaration));
    if (turn.exposed()) {
      return Optional.of("the next turn reads what this one has set");
    }
    boolean later = reads(declaration).stream()
        .anyMatch(read -> start(read) > start(loop) && !Lookup.within(read, loop));
    return later && !turn.set()
        ? Optional.of("it is read after the loop and not set in each turn")
        : Optional.empty();
  }

  /** Whether anything that is executed may miss what a skipped loop would have put into a variable. */
  Optional<String> missedAfter(ForEachStmt loop, Node declaration) {
    List<NameExpr> outside = reads(declaration).stream()
        .filter(read -> !Lookup.within(read, loop.getBody()))
        .toList();
    if (outside.stream().anyMatch(read -> start(read) > start(loop.getBody()))) {
      return Optional.of("it is set here and read after the loop");
    }
    Optional<Node> around = outermostLoopNotAround(loop, declaration);
    boolean again = around.isPresent()
        && (outside.stream().anyMatch(read -> Lookup.within(read, around.get()))
            || Exposure.of(loop.getBody(), is(declaration)).exposed());
    return again ? Optional.of("it is set here and read in a later turn") : Optional.empty();
  }

  /** The outermost loop around {@code loop} that the variable outlives a turn of. */
  private Optional<Node> outermostLoopNotAround(ForEachStmt loop, Node declaration) {
    Optional<Node> found = Optional.empty();
    for (Node at = loop.getParentNode().orElse(in.node());
        !Lookup.same(at, in.node()) && at.getParentNode().isPresent();
        at = at.getParentNode().get()) {
      boolean repeats = at instanceof ForStmt
          || at instanceof ForEachStmt
          || at instanceof WhileStmt
          || at instanceof DoStmt;
      if (repeats && !isDeclaredEachTurn(at, declaration)) {
        found = Optional.of(at);
      }
    }
    return found;
  }

  /** The variable of a counting loop is declared in its header, once for all turns. */
  private static boolean isDeclaredEachTurn(Node loop, Node declaration) {
    return loop instanceof ForStmt counting
        ? Lookup.within(declaration, counting.getBody())
        : Lookup.within(declaration, loop);
  }

  private List<NameExpr> reads(Node declaration) {
    return in.node().findAll(NameExpr.class, is(declaration).and(Locals::isRead));
  }

  private static boolean isRead(NameExpr name) {
    return !(name.getParentNode().orElse(null) instanceof AssignExpr assign
        && Lookup.same(assign.getTarget(), name)
        && assign.getOperator() == AssignExpr.Operator.ASSIGN);
  }

  private Predicate<NameExpr> is(Node declaration) {
    String written = Lookup.name(declaration);
    return name -> name.getNameAsString().equals(written)
        && types.local(name).filter(found -> Lookup.same(found, declaration)).isPresent();
  }

  private int start(Node node) {
    return project.file(node).start(node);
  }
}
