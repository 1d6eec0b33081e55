package dev.flor.differ;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.comments.Comment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Walks over a tree that need no recursion. */
final class TreeNodes {
  private static final Comparator<Node> IN_TEXT_ORDER = Comparator.comparing(
      (Node node) -> node.getRange().map(range -> range.begin).orElse(Position.HOME));

  private TreeNodes() {}

  /** The children but comments, in the order of the text. */
  static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>(node.getChildNodes().size());
    for (Node child : node.getChildNodes()) {
      if (!(child instanceof Comment)) {
        children.add(child);
      }
    }
    children.sort(IN_TEXT_ORDER);
    return children;
  }

  /** Number of levels of the tree. */
  static int depth(Node root) {
    Deque<Node> level = new ArrayDeque<>(List.of(root));
    int depth = 0;
    while (!level.isEmpty()) {
      Deque<Node> next = new ArrayDeque<>();
      level.forEach(node -> next.addAll(node.getChildNodes()));
      level = next;
      depth++;
    }
    return depth;
  }
}
