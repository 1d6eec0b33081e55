package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which statements of the latest file the older one has already: those that log the same name at a corresponding place, one to one, and others. */
final class Presence {
  private final Pairing pairing;
  private final StandingLogs others;
  private final IdentityHashMap<Node, MethodCallExpr> found = new IdentityHashMap<>();

  Presence(Pairing pairing) {
    this.pairing = pairing;
    this.others = new StandingLogs(pairing);
    List<Match> matches = new ArrayList<>();
    List<MethodCallExpr> olders = pairing.older().calls().all();
    for (MethodCallExpr call : pairing.latest().calls().all()) {
      for (MethodCallExpr older : olders) {
        Match match = new Match(call, older, likeness(call, older));
        if (match.likeness() > 0) {
          matches.add(match);
        }
      }
    }
    matches.sort(Comparator.comparingInt((Match m) -> -m.likeness()));
    matches.forEach(this::accept);
  }

  /** The older call that logs the same at the corresponding place. */
  Optional<MethodCallExpr> older(MethodCallExpr latest) {
    return Optional.ofNullable(found.get(latest));
  }

  /** For a statement that does not log through flor: the same, in slightly different words at most. */
  Optional<Node> older(Statement latest) {
    return others.older(latest);
  }

  private void accept(Match match) {
    boolean taken = found.containsKey(match.latest())
        || found.values().stream().anyMatch(o -> Nodes.same(o, match.older()));
    if (!taken) {
      found.put(match.latest(), match.older());
      statement(match.latest())
          .ifPresent(l -> statement(match.older()).ifPresent(o -> pairing.present(l, o)));
    }
  }

  private static Optional<Statement> statement(Node node) {
    return Nodes.enclosing(node, Statement.class);
  }

  /** 0 if the two are not the same log statement. */
  private int likeness(MethodCallExpr latest, MethodCallExpr older) {
    if (!name(latest).equals(name(older))) {
      return 0;
    }
    boolean sameMember =
        pairing.olderMember(latest).filter(m -> Nodes.within(older, m)).isPresent();
    if (sameMember && !sameLoop(latest, older)) {
      return 0;
    }
    if (aligned(latest, older)) {
      return 3;
    }
    if (!sameMember) {
      return 0;
    }
    return sameBlock(latest, older) ? 2 : 1;
  }

  /** The literal name, or what remains of an expression that gives it when variables are renamed. */
  private static List<String> name(MethodCallExpr call) {
    Expression name = call.getArgument(0);
    return name instanceof NameExpr || name instanceof LiteralExpr
        ? List.of(name.toString())
        : name.findAll(Expression.class).stream()
            .map(e -> e instanceof LiteralExpr ? e.toString() : e.getClass().getSimpleName())
            .toList();
  }

  private boolean aligned(MethodCallExpr latest, MethodCallExpr older) {
    if (pairing.aligned(latest).filter(o -> Nodes.same(o, older)).isPresent()) {
      return true;
    }
    Optional<Statement> statement = statement(older);
    return statement(latest)
        .flatMap(pairing::aligned)
        .flatMap(o -> statement.filter(s -> Nodes.same(s, o)))
        .isPresent();
  }

  private boolean sameBlock(Node latest, Node older) {
    Optional<Node> block = statement(latest).flatMap(Node::getParentNode).flatMap(pairing::aligned);
    return block.isPresent()
        && statement(older)
            .flatMap(Node::getParentNode)
            .filter(p -> Nodes.same(p, block.get()))
            .isPresent();
  }

  /** Loops that only one of the versions has, or that are around the member now, do not count. */
  private boolean sameLoop(Node latest, Node older) {
    Optional<Node> counterpart =
        loop(latest, n -> pairing.aligned(n).isPresent()).flatMap(pairing::aligned);
    Optional<Node> member = Pairing.member(latest);
    Optional<Node> olderLoop = loop(older, n -> pairing
        .latest(n)
        .filter(now -> member.filter(m -> Nodes.within(now, m)).isPresent())
        .isPresent());
    return counterpart.isPresent() == olderLoop.isPresent()
        && counterpart.filter(c -> !Nodes.same(c, olderLoop.get())).isEmpty();
  }

  private static Optional<Node> loop(Node node, Predicate<Node> counts) {
    for (Node at = node;
        at != null && !(at instanceof CallableDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      boolean loop = at instanceof ForStmt
          || at instanceof ForEachStmt
          || at instanceof WhileStmt
          || at instanceof DoStmt;
      if (loop && counts.test(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private record Match(MethodCallExpr latest, MethodCallExpr older, int likeness) {}
}
