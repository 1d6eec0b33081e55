package dev.flor.differ;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Two numbers that may belong together, and how well. */
record Pair(int x, int y, double score) {

  /** The best pairs of which no two share a side; of equally good ones the first in order. */
  static List<Pair> bestFirst(List<Pair> pairs) {
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparingDouble((Pair pair) -> -pair.score)
        .thenComparingInt(Pair::x)
        .thenComparingInt(Pair::y));
    Set<Integer> xs = new TreeSet<>();
    Set<Integer> ys = new TreeSet<>();
    List<Pair> chosen = new ArrayList<>();
    for (Pair pair : sorted) {
      if (!xs.contains(pair.x) && !ys.contains(pair.y)) {
        xs.add(pair.x);
        ys.add(pair.y);
        chosen.add(pair);
      }
    }
    return chosen;
  }
}
