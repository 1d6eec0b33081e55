package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Aligner;
import dev.flor.differ.Alignment;
import dev.flor.differ.Declaration;
import dev.flor.differ.Declarations;
import dev.flor.differ.FileAlignment;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file of the latest version beside a file of the older one, with what corresponds to what. */
final class Pairing {
  /** Two statements that print have this much in common at least if they print the same. */
  private static final double SAME_PRINT = 0.85;

  private final Unit latest;
  private final Unit older;
  private final Alignment alignment;
  private final Optional<Alignment> within;
  private final Declarations latestDeclarations;
  private final Declarations olderDeclarations;
  private final Declarations.Matching matching;
  private final IdentityHashMap<Node, List<String>> tokens;
  private final Set<List<String>> olderStatements;
  private final IdentityHashMap<Node, Node> present = new IdentityHashMap<>();
  private Optional<Messages> latestMessages = Optional.empty();
  private Optional<Messages> olderMessages = Optional.empty();

  private Pairing(Unit latest, Unit older, FileAlignment alignment) {
    this.latest = latest;
    this.older = older;
    this.alignment = alignment;
    this.within = Optional.empty();
    this.tokens = new IdentityHashMap<>();
    this.olderStatements = new HashSet<>();
    this.latestDeclarations = Declarations.of(latest.tree());
    this.olderDeclarations = Declarations.of(older.tree());
    this.matching = alignment.declarations();
  }

  private Pairing(Pairing wider, Alignment within) {
    this.latest = wider.latest;
    this.older = wider.older;
    this.alignment = wider.alignment;
    this.within = Optional.of(within);
    this.latestDeclarations = wider.latestDeclarations;
    this.olderDeclarations = wider.olderDeclarations;
    this.matching = wider.matching;
    this.tokens = wider.tokens;
    this.olderStatements = wider.olderStatements;
  }

  static Pairing of(Unit latest, Unit older) {
    return of(latest, older, Aligner.align(latest.tree(), older.tree()));
  }

  static Pairing of(Unit latest, Unit older, FileAlignment alignment) {
    return new Pairing(latest, older, alignment);
  }

  /** The same files, with a member of the one held against a member of the other that it was part of, or the reverse. */
  Pairing holding(Node latestMember, Node olderMember) {
    return new Pairing(this, Aligner.align(latestMember, olderMember));
  }

  /** Whether two members are held against each other. */
  boolean closer() {
    return within.isPresent();
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
    if (logsThroughFlor(latest, node)) {
      return Optional.empty();
    }
    if (Loggers.onlyPrints(node)) {
      return aligned(node).filter(o -> similarity(node, o) >= SAME_PRINT);
    }
    return Loggers.onlyLogs(node) ? sameMessage(node) : aligned(node);
  }

  /** A log statement is the one of its message, whatever the alignment took it for. */
  private Optional<Node> sameMessage(Node node) {
    Optional<Node> aligned =
        aligned(node).filter(o -> Loggers.onlyLogs(o) && Loggers.sameMessage(node, o));
    if (aligned.isPresent()) {
      return aligned;
    }
    if (olderMessages.isEmpty()) {
      latestMessages = Optional.of(new Messages(latest));
      olderMessages = Optional.of(new Messages(older));
    }
    String words = Loggers.words(node);
    return latestMessages
        .flatMap(messages -> messages.only(words, member(node)))
        .flatMap(only -> olderMessages.get().only(words, olderMember(node)));
  }

  /** What the alignment alone says. */
  Optional<Node> aligned(Node node) {
    return within.flatMap(a -> a.older(node)).or(() -> alignment.older(node));
  }

  /** What the alignment of the two files says, whatever members are held against each other. */
  Optional<Node> apart(Node node) {
    return alignment.older(node);
  }

  /** The same for a node of the older file. */
  Optional<Node> latestApart(Node node) {
    return alignment.latest(node);
  }

  /** What stands in the older version where a part of a statement stands in latest, whether or not it is alike. */
  Optional<Node> opposite(Node node) {
    Optional<Node> parent = node.getParentNode();
    if (node instanceof Statement || parent.isEmpty() || aligned(node).isPresent()) {
      return aligned(node);
    }
    List<Node> siblings = parent.get().getChildNodes();
    return opposite(parent.get())
        .or(() -> bySibling(siblings))
        .filter(older -> older.getClass() == parent.get().getClass())
        .map(Node::getChildNodes)
        .filter(olders -> olders.size() == siblings.size())
        .map(olders -> olders.get(Nodes.position(node, siblings)));
  }

  /** What the counterpart of one of these is part of. */
  private Optional<Node> bySibling(List<Node> siblings) {
    return siblings.stream()
        .flatMap(s -> aligned(s).stream())
        .findFirst()
        .flatMap(Node::getParentNode);
  }

  Optional<Node> latest(Node node) {
    return within.flatMap(a -> a.latest(node)).or(() -> alignment.latest(node));
  }

  /** The older declaration that a declaration of latest was, by signature and likeness. */
  Optional<Node> olderDeclaration(Node declaring) {
    return latestDeclarations.at(declaring).flatMap(matching::older).map(Declaration::node);
  }

  /** The latest declaration that an older one became. */
  Optional<Node> latestDeclaration(Node declaring) {
    return olderDeclarations.at(declaring).flatMap(matching::latest).map(Declaration::node);
  }

  /** The method, constructor or initialiser of the older file that the member around a node was. */
  Optional<Node> olderMember(Node latestNode) {
    return member(latestNode).flatMap(this::olderCallable);
  }

  /** What a method, constructor or initialiser was: what it is compared with closely, if so. */
  Optional<Node> olderCallable(Node member) {
    return within
        .flatMap(a -> a.older(member))
        .or(() -> olderDeclaration(member))
        .or(() -> aligned(member));
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

  /** Whether a statement of latest is written somewhere in the older file, token by token. */
  boolean stillWritten(Node latestStatement) {
    if (olderStatements.isEmpty()) {
      older
          .tree()
          .unit()
          .findAll(Statement.class)
          .forEach(s -> olderStatements.add(olderTokens(s)));
    }
    return olderStatements.contains(latestTokens(latestStatement));
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
    return logsThroughFlor(unit, node) || Loggers.onlyLogs(node);
  }

  /** The first of some statements that does more than log: log statements come and go. */
  static Optional<Statement> nearest(Unit unit, List<Statement> statements) {
    return statements.stream().filter(statement -> !onlyLogs(unit, statement)).findFirst();
  }

  private static boolean logsThroughFlor(Unit unit, Node node) {
    return node instanceof ExpressionStmt statement
        && statement.getExpression().isMethodCallExpr()
        && unit.calls().logs(statement.getExpression().asMethodCallExpr());
  }
}
