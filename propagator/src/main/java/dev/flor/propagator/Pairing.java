package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.flor.differ.Aligner;
import dev.flor.differ.Alignment;
import dev.flor.differ.Declaration;
import dev.flor.differ.Declarations;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** A file of the latest version beside a file of the older one, with what corresponds to what. */
final class Pairing {
  private final Unit latest;
  private final Unit older;
  private final Alignment alignment;
  private final Declarations latestDeclarations;
  private final Declarations olderDeclarations;
  private final Declarations.Matching matching;
  private final IdentityHashMap<Node, List<String>> tokens = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Node> present = new IdentityHashMap<>();

  private Pairing(Unit latest, Unit older) {
    this.latest = latest;
    this.older = older;
    this.alignment = Aligner.align(latest.tree(), older.tree());
    this.latestDeclarations = Declarations.of(latest.tree());
    this.olderDeclarations = Declarations.of(older.tree());
    this.matching = Declarations.match(latest.tree(), older.tree());
  }

  static Pairing of(Unit latest, Unit older) {
    return new Pairing(latest, older);
  }

  Unit latest() {
    return latest;
  }

  Unit older() {
    return older;
  }

  /** Notes that a log statement of latest is there already. */
  void present(Node latestStatement, Node olderStatement) {
    present.put(latestStatement, olderStatement);
  }

  /** The counterpart of a node; of a statement that only logs, the one that logs the same. */
  Optional<Node> older(Node node) {
    Node logged = present.get(node);
    if (logged != null) {
      return Optional.of(logged);
    }
    return onlyLogs(latest, node) ? Optional.empty() : aligned(node);
  }

  /** What the alignment alone says. */
  Optional<Node> aligned(Node node) {
    return alignment.older(node);
  }

  Optional<Node> latest(Node node) {
    return alignment.latest(node);
  }

  /** The older declaration that a declaration of latest was, by signature and likeness. */
  Optional<Node> olderDeclaration(Node declaring) {
    return latestDeclarations.all().stream()
        .filter(d -> Nodes.same(d.node(), declaring))
        .findFirst()
        .flatMap(matching::older)
        .map(Declaration::node);
  }

  /** The latest declaration that an older one became. */
  Optional<Node> latestDeclaration(Node declaring) {
    return olderDeclarations.all().stream()
        .filter(d -> Nodes.same(d.node(), declaring))
        .findFirst()
        .flatMap(matching::latest)
        .map(Declaration::node);
  }

  /** The method, constructor or initialiser of the older file that the member around a node was. */
  Optional<Node> olderMember(Node latestNode) {
    return member(latestNode).flatMap(m -> olderDeclaration(m).or(() -> aligned(m)));
  }

  static Optional<Node> member(Node node) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      boolean anonymous = !(at.getParentNode().orElse(at)
          instanceof com.github.javaparser.ast.body.TypeDeclaration<?>);
      if ((at instanceof CallableDeclaration<?> || at instanceof InitializerDeclaration)
          && !anonymous) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  List<String> latestTokens(Node node) {
    return tokens.computeIfAbsent(node, n -> Tokens.of(latest.text(n)));
  }

  List<String> olderTokens(Node node) {
    return tokens.computeIfAbsent(node, n -> Tokens.of(older.text(n)));
  }

  double similarity(Node latestNode, Node olderNode) {
    return Tokens.similarity(latestTokens(latestNode), olderTokens(olderNode));
  }

  /** Whether a node is a statement that does nothing but log. */
  static boolean onlyLogs(Unit unit, Node node) {
    return node instanceof ExpressionStmt statement
        && statement.getExpression().isMethodCallExpr()
        && unit.calls().logs(statement.getExpression().asMethodCallExpr());
  }
}
