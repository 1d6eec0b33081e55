package dev.flor.store.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ways of loop names that lead to turns, of all runs that are asked about, and the columns they have: one per
 * loop, outer loops first, in the order in which they were met. A loop inside a loop of the same name gets a column
 * of its own, {@code name.2}.
 */
final class LoopPaths {
  /**
   * @param parent the path around it; 0 is the run itself
   * @param inner the paths inside it by name
   */
  private record Step(int parent, String name, Map<String, Integer> inner) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>();
  private final Map<Integer, LinkedHashMap<String, Integer>> byDepth = new TreeMap<>();
  private final Map<String, Integer> met = new LinkedHashMap<>();

  LoopPaths() {
    steps.add(new Step(0, "", new LinkedHashMap<>()));
    depths.add(0);
  }

  int path(int parent, String name) {
    return steps.get(parent).inner().computeIfAbsent(name, key -> {
      steps.add(new Step(parent, name, new LinkedHashMap<>()));
      depths.add(depths.get(parent) + 1);
      return steps.size() - 1;
    });
  }

  /** How many loops are around a turn of this path, its own included. */
  int depth(int path) {
    return depths.get(path);
  }

  int parent(int path) {
    return steps.get(path).parent();
  }

  /** Gives the loops of this path columns, unless they have them. */
  void meet(int path, int types) {
    if (path != 0) {
      meet(parent(path), 0);
      String heading = heading(path);
      if (met.putIfAbsent(heading, 0) == null) {
        byDepth.computeIfAbsent(depth(path), key -> new LinkedHashMap<>()).put(heading, path);
      }
      met.merge(heading, types, (one, other) -> one | other);
    }
  }

  private String heading(int path) {
    String name = steps.get(path).name();
    int times = 0;
    for (int at = path; at != 0; at = parent(at)) {
      times += steps.get(at).name().equals(name) ? 1 : 0;
    }
    return times == 1 ? name : name + "." + times;
  }

  List<String> headings() {
    List<String> headings = new ArrayList<>();
    byDepth.values().forEach(loops -> headings.addAll(loops.keySet()));
    return headings;
  }

  /** The types that the values of the loops of a column have, one bit each. */
  int types(String heading) {
    return met.getOrDefault(heading, 0);
  }

  /** For each path the number of its column, or -1. */
  int[] columns() {
    List<String> headings = headings();
    int[] columns = new int[steps.size()];
    for (int path = 0; path < columns.length; path++) {
      columns[path] = path == 0 ? -1 : headings.indexOf(heading(path));
    }
    return columns;
  }
}
