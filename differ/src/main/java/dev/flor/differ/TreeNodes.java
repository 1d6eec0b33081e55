package dev.flor.differ;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.comments.Comment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Walks over a tree that need no recursion. */
final class TreeNodes {
  private static final Comparator<Node> IN_TEXT_ORDER = Comparator.comparing(TreeNodes::begin);

  private TreeNodes() {}

  /** The children but comments, in the order of the text. */
  static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>(node.getChildNodes().size());
    for (Node child : node.getChildNodes()) {
      if (!(child instanceof Comment)) {
        children.add(child);
      }
    }
    if (!areInOrder(children)) {
      children.sort(IN_TEXT_ORDER);
    }
    return children;
  }

  /** As most are: the rest have modifiers, or what the parser read late and stands first. */
  private static boolean areInOrder(List<Node> nodes) {
    for (int i = 1; i < nodes.size(); i++) {
      if (begin(nodes.get(i - 1)).isAfter(begin(nodes.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static Position begin(Node node) {
    Optional<Range> range = node.getRange();
    return range.isPresent() ? range.get().begin : Position.HOME;
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
