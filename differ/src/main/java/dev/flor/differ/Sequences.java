package dev.flor.differ;

import java.util.ArrayList;
import java.util.List;

/** The heaviest common subsequence of two lists. */
final class Sequences {
  /** Tables of more cells than this are not filled. */
  static final long LARGEST = 250_000;

  private Sequences() {}

  /** How good it is to pair element {@code i} of the one list with element {@code j} of the other; 0: not at all. */
  interface Weight {
    double of(int i, int j);
  }

  /** Pairs {@code {i, j}}, ascending in both. Beyond the largest table, equal ends and a walk along the middle. */
  static List<int[]> align(int n, int m, Weight weight) {
    List<int[]> pairs = new ArrayList<>();
    int from = 0;
    while (from < Math.min(n, m) && certain(weight.of(from, from))) {
      pairs.add(new int[] {from, from});
      from++;
    }
    int cut = 0;
    while (cut < Math.min(n, m) - from && certain(weight.of(n - 1 - cut, m - 1 - cut))) {
      cut++;
    }
    pairs.addAll(
        (long) (n - cut - from) * (m - cut - from) <= LARGEST
            ? table(from, n - cut, m - cut, weight)
            : walk(from, n - cut, m - cut, weight));
    for (int k = cut; k > 0; k--) {
      pairs.add(new int[] {n - k, m - k});
    }
    return pairs;
  }

  /** Equal or linked already. */
  private static boolean certain(double weight) {
    return weight > 1;
  }

  private static List<int[]> table(int from, int n, int m, Weight weight) {
    int rows = n - from;
    int columns = m - from;
    double[][] best = new double[rows + 1][columns + 1];
    double[][] weights = new double[rows][columns];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        weights[i][j] = weight.of(from + i, from + j);
        double paired = weights[i][j] > 0 ? weights[i][j] + best[i + 1][j + 1] : 0;
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    return trace(best, weights, from);
  }

  private static List<int[]> trace(double[][] best, double[][] weights, int from) {
    List<int[]> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < weights.length && j < weights[0].length) {
      if (weights[i][j] > 0 && best[i][j] == weights[i][j] + best[i + 1][j + 1]) {
        pairs.add(new int[] {from + i++, from + j++});
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return pairs;
  }

  /** Certain pairs only, each looked for within a few steps ahead of the last. */
  private static List<int[]> walk(int from, int n, int m, Weight weight) {
    List<int[]> pairs = new ArrayList<>();
    int next = from;
    for (int i = from; i < n; i++) {
      for (int j = next; j < Math.min(m, next + 100); j++) {
        if (certain(weight.of(i, j))) {
          pairs.add(new int[] {i, j});
          next = j + 1;
          break;
        }
      }
    }
    return pairs;
  }
}
