package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Which members of the older file latest has too, at the same path and unchanged but for log statements. A statement that stands in
 * another member of latest was never in one of these: code that came from it would be missing there now.
 */
final class Settled {
  private final Project project;
  private final Pairing pairing;
  private final IdentityHashMap<Node, Boolean> known = new IdentityHashMap<>();

  Settled(Project project, Pairing pairing) {
    this.project = project;
    this.pairing = pairing;
  }

  /** Whether a place is within such a member, and the statement is not. */
  boolean isElsewhere(Node place, Node latestStatement) {
    Node member = Pairing.member(place).orElse(null);
    Node own = Pairing.member(latestStatement).orElse(null);
    if (member == null || !(own instanceof CallableDeclaration<?>)) {
      return false;
    }
    boolean counterpart = pairing.latest().path().equals(pairing.older().path())
        && pairing.olderDeclaration(own).filter(o -> Nodes.same(o, member)).isPresent();
    return !counterpart && known.computeIfAbsent(member, m -> unchanged(m, own));
  }

  private boolean unchanged(Node member, Node own) {
    List<String> tokens = tokens(pairing.older(), member);
    return project.latest().unit(pairing.older().path()).stream()
        .flatMap(latest -> members(latest).stream()
            .filter(m -> !Nodes.within(m, own) && !Nodes.within(own, m))
            .filter(m -> tokens(latest, m).equals(tokens)))
        .findFirst()
        .isPresent();
  }

  private static List<Node> members(Unit unit) {
    return unit.tree()
        .unit()
        .findAll(
            Node.class,
            node ->
                node instanceof CallableDeclaration<?> || node instanceof InitializerDeclaration);
  }

  /** What a member says, log statements aside. */
  private static List<String> tokens(Unit unit, Node member) {
    List<String> tokens = new ArrayList<>();
    int from = unit.start(member);
    for (Statement logs : member.findAll(Statement.class, s -> Pairing.onlyLogs(unit, s))) {
      if (unit.start(logs) >= from) {
        tokens.addAll(Tokens.of(unit.text().substring(from, unit.start(logs))));
        from = unit.end(logs);
      }
    }
    tokens.addAll(Tokens.of(unit.text().substring(from, unit.end(member))));
    return tokens;
  }
}
