package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which members of the older file latest has too, at the same path and unchanged but for log statements. A statement that stands in
 * another member of latest was never in one of these: code that came from it would be missing there now.
 */
final class Settled {
  private final Project project;
  private final Pairing pairing;
  private final IdentityHashMap<Node, IdentityHashMap<Node, Boolean>> known =
      new IdentityHashMap<>();
  private final IdentityHashMap<Node, List<String>> latestTokens = new IdentityHashMap<>();
  private Optional<Map<String, List<Node>>> latestMembers = Optional.empty();

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
    return known
        .computeIfAbsent(own, o -> new IdentityHashMap<>())
        .computeIfAbsent(member, m -> !isCounterpart(own, m) && unchanged(m, own));
  }

  private boolean isCounterpart(Node own, Node member) {
    return pairing.latest().path().equals(pairing.older().path())
        && pairing.olderDeclaration(own).filter(o -> Nodes.same(o, member)).isPresent();
  }

  private boolean unchanged(Node member, Node own) {
    Optional<Unit> latest = project.latest().unit(pairing.older().path());
    if (latest.isEmpty()) {
      return false;
    }
    List<Node> namesakes = members(latest.get()).getOrDefault(name(member), List.of());
    List<String> tokens = namesakes.isEmpty() ? List.of() : tokens(pairing.older(), member);
    return namesakes.stream()
        .filter(m -> !Nodes.within(m, own) && !Nodes.within(own, m))
        .anyMatch(
            m -> latestTokens.computeIfAbsent(m, k -> tokens(latest.get(), k)).equals(tokens));
  }

  /** Those of the latest file, by name. */
  private Map<String, List<Node>> members(Unit latest) {
    if (latestMembers.isEmpty()) {
      Map<String, List<Node>> byName = new TreeMap<>();
      latest.tree().unit().walk(node -> {
        if (node instanceof CallableDeclaration<?> || node instanceof InitializerDeclaration) {
          byName.computeIfAbsent(name(node), name -> new ArrayList<>()).add(node);
        }
      });
      latestMembers = Optional.of(byName);
    }
    return latestMembers.get();
  }

  private static String name(Node member) {
    return member instanceof CallableDeclaration<?> callable ? callable.getNameAsString() : "";
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
