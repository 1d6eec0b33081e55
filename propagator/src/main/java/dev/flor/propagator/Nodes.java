package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.Optional;

/** Steps in syntax trees that the parser's own API makes awkward. */
final class Nodes {
  private Nodes() {}

  /** The innermost node of this kind that a node stands in, or is. */
  static <T extends Node> Optional<T> enclosing(Node node, Class<T> kind) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (kind.isInstance(at)) {
        return Optional.of(kind.cast(at));
      }
    }
    return Optional.empty();
  }

  /** Whether a node is {@code outer} or stands in it. */
  static boolean within(Node node, Node outer) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      if (same(at, outer)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two nodes are one and the same: the parser's {@code equals} compares their texts. */
  @SuppressWarnings("ReferenceEquality")
  static boolean same(Node one, Node other) {
    return one == other;
  }

  /** The index of a node among its siblings. */
  static int position(Node node, List<? extends Node> siblings) {
    for (int i = 0; i < siblings.size(); i++) {
      if (same(siblings.get(i), node)) {
        return i;
      }
    }
    throw new IllegalStateException("a node is not among its parent's children");
  }
}
