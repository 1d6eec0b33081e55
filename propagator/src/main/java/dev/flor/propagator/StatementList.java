package dev.flor.propagator;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place that holds statements in order, or could if braces were put around the one it has.
 *
 * @param node what tells it from all others: the block, the switch entry, or the single statement
 */
record StatementList(Node node, Kind kind, List<Statement> statements) {
  private static final Comparator<Node> IN_TEXT_ORDER = Comparator.comparing(
      (Node node) -> node.getRange().map(range -> range.begin).orElse(Position.HOME));

  enum Kind {
    /** Within braces. */
    BLOCK,
    /** After an old-style {@code case}. */
    GROUP,
    /** The body of an {@code if} or loop without braces. */
    SINGLE,
    /** After {@code ->} of a case. */
    ARROW,
    /** The expression that is a lambda's body. */
    LAMBDA
  }

  /** All lists within a node, in the order of the text. */
  static List<StatementList> within(Node root) {
    List<StatementList> lists = new ArrayList<>();
    root.walk(Node.TreeTraversal.PREORDER, node -> of(node).ifPresent(lists::add));
    return lists;
  }

  /** The list that a statement is an element of. */
  static Optional<StatementList> holding(Statement statement) {
    Node parent = statement.getParentNode().orElse(null);
    if (parent instanceof BlockStmt || parent instanceof SwitchEntry) {
      return of(parent);
    }
    return of(statement).filter(list -> list.kind() == Kind.SINGLE || list.kind() == Kind.LAMBDA);
  }

  /** The list that a node is the key of. */
  static Optional<StatementList> of(Node node) {
    if (node instanceof BlockStmt block) {
      return Optional.of(new StatementList(block, Kind.BLOCK, block.getStatements()));
    }
    if (node instanceof SwitchEntry entry) {
      return ofEntry(entry);
    }
    if (node instanceof Statement statement && node.getParentNode().isPresent()) {
      Node parent = node.getParentNode().get();
      if (parent instanceof LambdaExpr) {
        return Optional.of(new StatementList(node, Kind.LAMBDA, List.of(statement)));
      }
      return takesSingle(parent, statement)
          ? Optional.of(new StatementList(node, Kind.SINGLE, List.of(statement)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** What the list belongs to: the statement, case, lambda or member around it. */
  Node owner() {
    return kind == Kind.GROUP || kind == Kind.ARROW
        ? node
        : node.getParentNode()
            .orElseThrow(() -> new IllegalStateException("a list without an owner"));
  }

  /** By bisection: there are lists of tens of thousands, and this is asked for every gap in them. */
  int indexOf(Node statement) {
    int from = 0;
    int to = statements.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = IN_TEXT_ORDER.compare(statements.get(middle), statement);
      if (order == 0) {
        return Nodes.same(statements.get(middle), statement) ? middle : -1;
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle;
    }
    return -1;
  }

  /** The index of the element that a node stands in, or -1. */
  int indexHolding(Node inner) {
    for (Node at = inner; at != null; at = at.getParentNode().orElse(null)) {
      int index = at instanceof Statement ? indexOf(at) : -1;
      if (index >= 0) {
        return index;
      }
    }
    return -1;
  }

  boolean same(StatementList other) {
    return Nodes.same(node, other.node);
  }

  private static Optional<StatementList> ofEntry(SwitchEntry entry) {
    return switch (entry.getType()) {
      case STATEMENT_GROUP ->
        Optional.of(new StatementList(entry, Kind.GROUP, entry.getStatements()));
      case BLOCK -> Optional.empty();
      case EXPRESSION, THROWS_STATEMENT ->
        Optional.of(new StatementList(entry, Kind.ARROW, entry.getStatements()));
    };
  }

  private static boolean takesSingle(Node parent, Statement statement) {
    if (parent instanceof IfStmt branch) {
      boolean elseIf =
          branch.getElseStmt().filter(e -> Nodes.same(e, statement)).isPresent()
              && statement instanceof IfStmt;
      return !elseIf;
    }
    return parent instanceof ForStmt
        || parent instanceof ForEachStmt
        || parent instanceof WhileStmt
        || parent instanceof DoStmt;
  }
}
