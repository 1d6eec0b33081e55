package dev.flor.differ;

import com.github.javaparser.ast.Node;
import java.util.IdentityHashMap;
import java.util.Optional;

/** An alignment in the making; nodes are looked up by identity because their {@code equals} compares structure. */
final class NodeMapping implements Alignment {
  private final IdentityHashMap<Node, Node> older = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Node> latest = new IdentityHashMap<>();

  void put(Node latestNode, Node olderNode) {
    if (older.put(latestNode, olderNode) != null || latest.put(olderNode, latestNode) != null) {
      throw new IllegalStateException("mapped twice: " + latestNode);
    }
  }

  @Override
  public Optional<Node> older(Node node) {
    return Optional.ofNullable(older.get(node));
  }

  @Override
  public Optional<Node> latest(Node node) {
    return Optional.ofNullable(latest.get(node));
  }
}
