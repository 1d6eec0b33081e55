package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the members of the older file that hold most of what stands around a statement of the latest one. */
final class MemberSearch {
  private static final int MOST = 6;
  private static final double LEAST = 0.12;

  private MemberSearch() {}

  /**
   * A member of the older file.
   *
   * @param share how much of the latest member it holds, or of what is near the statement, from 0 to 1
   * @param near how much of what is near the statement
   */
  record Found(Node member, double share, double near) {}

  /** Best first. */
  static List<Found> alike(Pairing pairing, Node statement) {
    Optional<Node> member = Pairing.member(statement);
    if (member.isEmpty()) {
      return List.of();
    }
    Phrases whole = Phrases.of(pairing.latestTokens(member.get()));
    Phrases near = Phrases.near(statement, pairing::latestTokens);
    List<Found> found = new ArrayList<>();
    for (Node other : members(pairing.older())) {
      List<String> there = Phrases.words(pairing.olderTokens(other));
      double share = near.shareIn(there);
      found.add(new Found(other, Math.max(whole.shareIn(there), share), share));
    }
    found.sort(Comparator.comparingDouble((Found f) -> -f.share()));
    return found.stream().filter(f -> f.share() >= LEAST).limit(MOST).toList();
  }

  /** How much of what is near the statement stands in a member of the older file. */
  static double near(Pairing pairing, Node statement, Node olderMember) {
    return Phrases.near(statement, pairing::latestTokens)
        .shareIn(Phrases.words(pairing.olderTokens(olderMember)));
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
}
