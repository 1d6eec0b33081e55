package dev.flor.differ;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands before the body of a statement: its condition, its loop variable, the type it catches. */
final class Headers {
  private Headers() {}

  /** Whether a node has both a header and a body. */
  static boolean has(NodeTable table, int i) {
    int body = body(table, i);
    return body > i + 1 && body < table.end(i);
  }

  /** Where the body starts; the end of the node if it has none. */
  static int body(NodeTable table, int i) {
    for (int child : table.children(i)) {
      if (Kinds.isBody(table.node(child))) {
        return child;
      }
    }
    return table.end(i);
  }

  static long[] words(NodeTable table, int i) {
    return table.bag(i, body(table, i));
  }

  /** The nodes that have headers, by header. */
  static Map<Long, List<Integer>> group(NodeTable table, List<Integer> nodes) {
    Map<Long, List<Integer>> groups = new TreeMap<>();
    for (int i : nodes) {
      if (Kinds.isUnit(table.node(i)) && has(table, i)) {
        groups.computeIfAbsent(hash(table, i), header -> new ArrayList<>()).add(i);
      }
    }
    return groups;
  }

  private static long hash(NodeTable table, int i) {
    long hash = Hashes.of(table.node(i).getClass().getSimpleName());
    for (int child : table.children(i)) {
      if (Kinds.isBody(table.node(child))) {
        break;
      }
      hash = Hashes.mix(hash, table.hash(child));
    }
    return hash;
  }
}
