package dev.flor.differ;

import com.github.javaparser.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The nodes of a tree, numbered in the order of the text, parents first: the descendants of node {@code i} are {@code i + 1} to
 * {@code end(i) - 1}. Numbers instead of nodes, because a node's own {@code equals} compares structure.
 */
final class NodeTable {
  private final Node[] nodes;
  private final int[] parent;
  private final int[] end;
  private final int[] height;
  private final long[] label;
  private final long[] hash;
  private final long[] shape;
  private final int[][] children;
  private final long[][] bags;
  private final IdentityHashMap<Node, Integer> numbers;
  private volatile List<MemberIndex.Member> members;

  private NodeTable(List<Node> order, int[] parent) {
    this.nodes = order.toArray(new Node[0]);
    this.parent = parent;
    int n = nodes.length;
    this.end = new int[n];
    this.height = new int[n];
    this.label = new long[n];
    this.hash = new long[n];
    this.shape = new long[n];
    this.children = new int[n][];
    this.bags = new long[n][];
    this.numbers = new IdentityHashMap<>(n);
    for (int i = 0; i < n; i++) {
      numbers.put(nodes[i], i);
    }
    fill();
  }

  static NodeTable of(Node root) {
    List<Node> order = new ArrayList<>();
    List<Integer> parents = new ArrayList<>();
    Deque<Node> todo = new ArrayDeque<>(List.of(root));
    Deque<Integer> owners = new ArrayDeque<>(List.of(-1));
    while (!todo.isEmpty()) {
      Node node = todo.pop();
      parents.add(owners.pop());
      int number = order.size();
      order.add(node);
      List<Node> below = TreeNodes.children(node);
      for (int i = below.size() - 1; i >= 0; i--) {
        todo.push(below.get(i));
        owners.push(number);
      }
    }
    return new NodeTable(order, parents.stream().mapToInt(Integer::intValue).toArray());
  }

  private void fill() {
    int[] count = new int[nodes.length];
    for (int i = nodes.length - 1; i > 0; i--) {
      count[parent[i]]++;
    }
    for (int i = nodes.length - 1; i >= 0; i--) {
      end[i] = Math.max(end[i], i + 1);
      children[i] = childrenOf(i, count[i]);
      label[i] = OwnTokens.hash(nodes[i], below(i));
      combine(i);
      if (i > 0) {
        end[parent[i]] = Math.max(end[parent[i]], end[i]);
        height[parent[i]] = Math.max(height[parent[i]], height[i] + 1);
      }
    }
  }

  private int[] childrenOf(int i, int count) {
    int[] list = new int[count];
    int at = i + 1;
    for (int k = 0; k < count; k++) {
      list[k] = at;
      at = end[at];
    }
    return list;
  }

  private List<Node> below(int i) {
    List<Node> below = new ArrayList<>(children[i].length);
    for (int child : children[i]) {
      below.add(nodes[child]);
    }
    return below;
  }

  private void combine(int i) {
    long kind = Hashes.of(nodes[i].getClass().getSimpleName());
    long whole = Hashes.mix(kind, label[i]);
    long outline = kind;
    for (int child : children[i]) {
      whole = Hashes.mix(whole, hash[child]);
      outline = Hashes.mix(outline, shape[child]);
    }
    hash[i] = whole;
    shape[i] = outline;
  }

  int count() {
    return nodes.length;
  }

  Node node(int i) {
    return nodes[i];
  }

  /** The number of a node of this tree, else -1. */
  int number(Node node) {
    return numbers.getOrDefault(node, -1);
  }

  /** The number of the parent, -1 for the root. */
  int parent(int i) {
    return parent[i];
  }

  /** The types and members of a file; made when first asked for, made twice they are the same. */
  List<MemberIndex.Member> members() {
    if (members == null) {
      members = List.copyOf(MemberIndex.of(this));
    }
    return members;
  }

  int end(int i) {
    return end[i];
  }

  int size(int i) {
    return end[i] - i;
  }

  int height(int i) {
    return height[i];
  }

  int[] children(int i) {
    return children[i];
  }

  /** Equal for equal kinds, tokens and structure, whatever the comments and layout. */
  long hash(int i) {
    return hash[i];
  }

  /** Equal for equal kinds and structure, whatever the names and literals. */
  long shape(int i) {
    return shape[i];
  }

  boolean within(int i, int ancestor) {
    return ancestor <= i && i < end[ancestor];
  }

  /** The names and literals below a node, as sorted hashes. */
  long[] bag(int i) {
    if (bags[i] == null) {
      bags[i] = bag(i, end[i]);
    }
    return bags[i];
  }

  /** The names and literals of the nodes {@code from <= i < to}, as sorted hashes. */
  long[] bag(int from, int to) {
    long[] leaves = new long[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      if (end[i] == i + 1 && label[i] != Hashes.NONE) {
        leaves[size++] = label[i];
      }
    }
    long[] bag = Arrays.copyOf(leaves, size);
    Arrays.sort(bag);
    return bag;
  }
}
