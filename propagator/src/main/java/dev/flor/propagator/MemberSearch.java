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

/**
 * Finds the members of the older file that hold most of what stands around a statement of the latest one. Variables are all the
 * same here: code that went into a method of its own, or came out of one, has other ones.
 */
final class MemberSearch {
  private static final int MOST = 6;
  private static final double LEAST = 0.12;
  private static final int WINDOW = 40;

  /** Words in a phrase. */
  private static final int PHRASE = 4;

  private static final String VARIABLE = "\u0000";

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
    Set<List<String>> whole = phrases(pairing.latestTokens(member.get()));
    Set<List<String>> near = near(pairing, statement);
    List<Found> found = new ArrayList<>();
    for (Node other : members(pairing.older())) {
      List<String> there = words(pairing.olderTokens(other));
      double share = share(near, there);
      found.add(new Found(other, Math.max(share(whole, there), share), share));
    }
    found.sort(Comparator.comparingDouble((Found f) -> -f.share()));
    return found.stream().filter(f -> f.share() >= LEAST).limit(MOST).toList();
  }

  /** How much of what is near the statement stands in a member of the older file. */
  static double near(Pairing pairing, Node statement, Node olderMember) {
    return share(near(pairing, statement), words(pairing.olderTokens(olderMember)));
  }

  private static Set<List<String>> near(Pairing pairing, Node statement) {
    Set<List<String>> near = phrases(pairing.latestTokens(window(pairing, statement)));
    near.removeAll(phrases(pairing.latestTokens(statement)));
    return near;
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
    List<String> words = words(tokens);
    Set<List<String>> phrases = new HashSet<>();
    for (int i = 0; i + PHRASE <= words.size(); i++) {
      List<String> phrase = words.subList(i, i + PHRASE);
      if (phrase.stream().anyMatch(MemberSearch::telling)) {
        phrases.add(phrase);
      }
    }
    return phrases;
  }

  private static List<String> words(List<String> tokens) {
    List<String> words = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      words.add(isVariable(tokens, i) ? VARIABLE : tokens.get(i));
    }
    return words;
  }

  /** Whether it is a name that is not called, and not reached through another. */
  private static boolean isVariable(List<String> tokens, int i) {
    String word = tokens.get(i);
    return Character.isLowerCase(word.charAt(0))
        && !Tokens.isKeyword(word)
        && !(i + 1 < tokens.size() && tokens.get(i + 1).equals("("))
        && !(i > 0 && tokens.get(i - 1).equals("."));
  }

  private static boolean telling(String word) {
    return Character.isLetterOrDigit(word.charAt(0)) || word.charAt(0) == '"';
  }

  /** How many of some phrases are among the words of a member. */
  private static double share(Set<List<String>> part, List<String> words) {
    Set<List<String>> missing = new HashSet<>(part);
    for (int i = 0; i + PHRASE <= words.size() && !missing.isEmpty(); i++) {
      missing.remove(words.subList(i, i + PHRASE));
    }
    return part.isEmpty() ? 0 : (double) (part.size() - missing.size()) / part.size();
  }
}
