package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which statements of the latest file that do not log through flor the older one has already. A statement that says something is told
 * by its words, one to one: the one that says just the same comes before one that was aligned with it and says nearly the same.
 */
final class StandingLogs {
  private static final double SAME = 0.9;
  private static final double SAME_WORDS = 0.6;

  /** What is said more often than so tells nothing, and to compare each with each would not end. */
  private static final int TELLING = 100;

  private static final Set<String> STREAMS = Set.of("out", "err");

  private final Pairing pairing;
  private final IdentityHashMap<Node, Statement> found = new IdentityHashMap<>();

  StandingLogs(Pairing pairing) {
    this.pairing = pairing;
    match();
  }

  /** The same statement in the older version, in slightly different words at most. */
  Optional<Node> older(Statement latest) {
    if (call(latest).isPresent()) {
      return Optional.ofNullable(found.get(latest));
    }
    List<ExpressionStmt> inner = latest.findAll(ExpressionStmt.class);
    if (Loggers.onlyLogs(latest) && !inner.isEmpty()) {
      return inner.stream().allMatch(s -> older(s).isPresent())
          ? older(inner.get(0))
          : Optional.empty();
    }
    return pairing.aligned(latest).filter(older -> {
      boolean silent = Wording.words(latest).isEmpty();
      return Loggers.messages(latest).equals(Loggers.messages(older))
          && pairing.similarity(latest, older) >= (silent ? SAME : SAME_WORDS);
    });
  }

  private void match() {
    Map<String, List<Saying>> olders = new TreeMap<>();
    IdentityHashMap<Node, Saying> byNode = new IdentityHashMap<>();
    for (Saying older : sayings(pairing.older())) {
      olders
          .computeIfAbsent(String.join(" ", older.words()), w -> new ArrayList<>())
          .add(older);
      byNode.put(older.statement(), older);
    }
    List<Match> matches = new ArrayList<>();
    List<Saying> latests = sayings(pairing.latest());
    Set<List<String>> said = new HashSet<>();
    latests.forEach(latest -> said.add(latest.words()));
    for (Saying latest : latests) {
      pairing
          .aligned(latest.statement())
          .map(byNode::get)
          .filter(older -> older.words().equals(latest.words()) || !said.contains(older.words()))
          .flatMap(older -> aligned(latest, older))
          .ifPresent(matches::add);
      List<Saying> same = olders.getOrDefault(String.join(" ", latest.words()), List.of());
      if (!latest.words().isEmpty() && same.size() <= TELLING) {
        same.stream().flatMap(older -> unaligned(latest, older).stream()).forEach(matches::add);
      }
    }
    matches.sort(Comparator.comparingDouble((Match m) -> -m.likeness()));
    IdentityHashMap<Node, Boolean> taken = new IdentityHashMap<>();
    for (Match match : matches) {
      if (!found.containsKey(match.latest()) && !taken.containsKey(match.older())) {
        found.put(match.latest(), match.older());
        taken.put(match.older(), true);
        pairing.present(match.latest(), match.older());
      }
    }
  }

  private static List<Saying> sayings(Unit unit) {
    return unit.tree().unit().findAll(ExpressionStmt.class).stream()
        .filter(s -> call(s).isPresent() && unit.calls().within(s).isEmpty())
        .map(s -> new Saying(s, call(s).get(), Wording.words(s)))
        .toList();
  }

  private Optional<Match> aligned(Saying latest, Saying older) {
    double similarity = pairing.similarity(latest.statement(), older.statement());
    boolean sameKind = latest.kind().equals(older.kind());
    if (latest.words().isEmpty() && older.words().isEmpty()) {
      return similarity >= (latest.logs() && sameKind ? SAME_WORDS : SAME)
          ? Optional.of(new Match(latest, older, 2 + similarity))
          : Optional.empty();
    }
    if (latest.words().equals(older.words())) {
      return (sameKind && latest.logs()) || similarity >= SAME_WORDS
          ? Optional.of(new Match(latest, older, 4 + similarity))
          : Optional.empty();
    }
    boolean likely = sameKind && (latest.logs() || similarity >= SAME_WORDS);
    boolean alike =
        sameBlock(latest, older) || Tokens.similarity(latest.words(), older.words()) >= SAME;
    return likely && alike && Wording.alike(latest.words(), older.words())
        ? Optional.of(new Match(latest, older, 2 + similarity))
        : Optional.empty();
  }

  /** The same words in the same block, or, if they are many, elsewhere in the same member. */
  private Optional<Match> unaligned(Saying latest, Saying older) {
    boolean sameMember = pairing
        .olderMember(latest.statement())
        .filter(m -> Nodes.within(older.statement(), m))
        .isPresent();
    if (!sameMember || !latest.kind().equals(older.kind())) {
      return Optional.empty();
    }
    boolean sameBlock = sameBlock(latest, older);
    double similarity = pairing.similarity(latest.statement(), older.statement());
    boolean alike = latest.logs() || similarity >= SAME_WORDS;
    return alike && (sameBlock || Wording.telling(latest.words()))
        ? Optional.of(new Match(latest, older, (sameBlock ? 3 : 1) + similarity))
        : Optional.empty();
  }

  private boolean sameBlock(Saying latest, Saying older) {
    Optional<Node> olderBlock = block(older.statement());
    return block(latest.statement())
        .flatMap(pairing::aligned)
        .filter(b -> olderBlock.filter(o -> Nodes.same(o, b)).isPresent())
        .isPresent();
  }

  /** What a statement stands in, checks of the level left out. */
  private static Optional<Node> block(Node statement) {
    Node at = statement;
    for (Node up = parent(at); up != null && Loggers.onlyLogs(up); up = parent(up)) {
      at = up instanceof IfStmt ? up : at;
    }
    return at.getParentNode();
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }

  private static Optional<MethodCallExpr> call(Node statement) {
    return statement instanceof ExpressionStmt expression
            && expression.getExpression() instanceof MethodCallExpr call
        ? Optional.of(call)
        : Optional.empty();
  }

  private record Saying(Statement statement, MethodCallExpr call, List<String> words) {
    boolean logs() {
      return Loggers.logs(call) || prints() || call.getNameAsString().equals("printStackTrace");
    }

    /** What calls must have in common: whatever the level, that they go to a logger; others, their name. */
    String kind() {
      return Loggers.logs(call) ? "logger" : prints() ? "print" : call.getNameAsString();
    }

    private boolean prints() {
      return call.getScope()
          .filter(scope -> scope instanceof FieldAccessExpr stream
              && STREAMS.contains(stream.getNameAsString())
              && stream.getScope() instanceof NameExpr system
              && system.getNameAsString().equals("System"))
          .isPresent();
    }
  }

  private record Match(Statement latest, Statement older, double likeness) {
    Match(Saying latest, Saying older, double likeness) {
      this(latest.statement(), older.statement(), likeness);
    }
  }
}
