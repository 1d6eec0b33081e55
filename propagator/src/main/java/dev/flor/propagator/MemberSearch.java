package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the members of the older file that hold most of what stands around a statement of the latest one. */
final class MemberSearch {
  private static final int MOST = 6;
  private static final double LEAST = 0.12;
  private static final int WINDOW = 40;

  private MemberSearch() {}

  private record Found(Node member, double share) {}

  /** Best first. */
  static List<Node> alike(Pairing pairing, Node statement) {
    Optional<Node> member = Pairing.member(statement);
    if (member.isEmpty()) {
      return List.of();
    }
    Set<List<String>> whole = phrases(pairing.latestTokens(member.get()));
    Set<List<String>> near = phrases(pairing.latestTokens(window(pairing, statement)));
    List<Found> found = new ArrayList<>();
    for (Node other : members(pairing.older())) {
      Set<List<String>> there = phrases(pairing.olderTokens(other));
      double share = Math.max(share(whole, there), share(near, there));
      if (share >= LEAST) {
        found.add(new Found(other, share));
      }
    }
    found.sort(Comparator.comparingDouble((Found f) -> -f.share()));
    return found.stream().limit(MOST).map(Found::member).toList();
  }

  private static List<Node> members(Unit unit) {
    return unit.tree()
        .unit()
        .findAll(
            Node.class,
            node ->
                (node instanceof CallableDeclaration<?> || node instanceof InitializerDeclaration)
                    && Pairing.member(node).filter(m -> Nodes.same(m, node)).isPresent());
  }

  /** What stands around the statement, large enough to be told from others. */
  private static Node window(Pairing pairing, Node statement) {
    int least = pairing.latestTokens(statement).size() + WINDOW;
    Node at = statement;
    while (at.getParentNode().isPresent()
        && !(at instanceof CallableDeclaration<?>)
        && pairing.latestTokens(at).size() < least) {
      at = at.getParentNode().get();
    }
    return at;
  }

  private static Set<List<String>> phrases(List<String> tokens) {
    Set<List<String>> phrases = new HashSet<>();
    for (int i = 0; i + 4 <= tokens.size(); i++) {
      phrases.add(tokens.subList(i, i + 4));
    }
    return phrases;
  }

  private static double share(Set<List<String>> part, Set<List<String>> whole) {
    long shared = part.stream().filter(whole::contains).count();
    return part.isEmpty() ? 0 : (double) shared / part.size();
  }
}
