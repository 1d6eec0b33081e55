package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which members of the older file latest has too, at the same path and unchanged but for what only logs or prints. A statement that stands in
 * another member of latest was never in one of these: code that came from it would be missing there now. The same goes for one of the
 * signature of the statement's own member, in another type, where both are still what they were.
 */
final class Settled {
  private final Project project;
  private final Pairing pairing;
  private final IdentityHashMap<Node, IdentityHashMap<Node, Boolean>> known =
      new IdentityHashMap<>();
  private final IdentityHashMap<Node, List<String>> latestTokens = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Boolean> copies = new IdentityHashMap<>();
  private final IdentityHashMap<Node, List<List<String>>> gaps = new IdentityHashMap<>();
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
        .computeIfAbsent(
            member, m -> !isCounterpart(own, m) && (isNamesake(own, m) || unchanged(m, own)));
  }

  /**
   * Whether latest has the very gap in the member of the same name, and the statement stands in another one: that member may have changed
   * since, but what is around the gap did not come from it.
   */
  boolean isElsewhere(Slot slot, Node latestStatement) {
    Node member = Pairing.member(slot.list().node()).orElse(null);
    Node own = Pairing.member(latestStatement).orElse(null);
    if (!(member instanceof CallableDeclaration<?> callable)
        || !(own instanceof CallableDeclaration<?>)
        || isCounterpart(own, member)) {
      return false;
    }
    List<String> looks = Looks.inside(slot);
    return project.latest().unit(pairing.older().path()).stream()
        .flatMap(latest -> members(latest).getOrDefault(name(member), List.of()).stream()
            .filter(m -> isNamesake(m, callable) && !Nodes.within(own, m))
            .flatMap(m -> gaps.computeIfAbsent(m, k -> gaps(latest, k)).stream()))
        .anyMatch(looks::equals);
  }

  /** Notes that what a statement resembles most is in latest, too: it stands in a copy of that. */
  void noteCopy(Node latestStatement) {
    copies.put(latestStatement, true);
  }

  boolean isCopy(Node latestStatement) {
    return copies.containsKey(latestStatement);
  }

  /** Whether a statement stands in a copy, and latest has a member of this one's signature in the same place: the copy was not part of it. */
  boolean isStillThere(Node member, Node latestStatement) {
    Node own = Pairing.member(latestStatement).orElse(null);
    return isCopy(latestStatement)
        && member instanceof CallableDeclaration<?> callable
        && own instanceof CallableDeclaration<?>
        && !isCounterpart(own, member)
        && project.latest().unit(pairing.older().path()).stream()
            .flatMap(latest -> members(latest).getOrDefault(name(member), List.of()).stream())
            .anyMatch(m -> !Nodes.within(own, m)
                && isNamesake(m, callable)
                && ((CallableDeclaration<?>) m).getSignature().equals(callable.getSignature()));
  }

  private static List<List<String>> gaps(Unit unit, Node member) {
    List<List<String>> gaps = new ArrayList<>();
    for (StatementList list : StatementList.within(member)) {
      for (int index = 0; index <= list.statements().size(); index++) {
        gaps.add(Looks.inside(new Slot(unit, list, index)));
      }
    }
    return gaps;
  }

  /** Whether it is called the same, takes as much, and stands in a type of the same name. */
  private static boolean isNamesake(Node latest, CallableDeclaration<?> older) {
    return latest instanceof CallableDeclaration<?> callable
        && callable.getParameters().size() == older.getParameters().size()
        && type(callable).equals(type(older));
  }

  private static String type(Node member) {
    return Nodes.enclosing(member, TypeDeclaration.class)
        .map(type -> type.getNameAsString())
        .orElse("");
  }

  private boolean isCounterpart(Node own, Node member) {
    return pairing.latest().path().equals(pairing.older().path())
        && pairing.olderDeclaration(own).filter(o -> Nodes.same(o, member)).isPresent();
  }

  /** Whether each of two types has a member of one signature in both versions: what is called the same is not the same. */
  private boolean isNamesake(Node own, Node member) {
    return pairing.latest().path().equals(pairing.older().path())
        && pairing.olderDeclaration(own).filter(o -> isSame(own, o)).isPresent()
        && signature(own).equals(signature(member))
        && !type(own).equals(type(member))
        && pairing.latestDeclaration(member).filter(m -> isSame(m, member)).isPresent();
  }

  private static boolean isSame(Node latest, Node older) {
    return signature(latest).equals(signature(older)) && type(latest).equals(type(older));
  }

  private static String signature(Node member) {
    return member instanceof CallableDeclaration<?> callable
        ? callable.getSignature().asString()
        : "";
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

  /** What a member says, aside from statements that only log or print. */
  private static List<String> tokens(Unit unit, Node member) {
    List<String> tokens = new ArrayList<>();
    int from = unit.start(member);
    for (Statement logs :
        member.findAll(Statement.class, s -> Pairing.onlyLogs(unit, s) || Loggers.onlyPrints(s))) {
      if (unit.start(logs) >= from) {
        tokens.addAll(Tokens.of(unit.text().substring(from, unit.start(logs))));
        from = unit.end(logs);
      }
    }
    tokens.addAll(Tokens.of(unit.text().substring(from, unit.end(member))));
    return tokens;
  }
}
