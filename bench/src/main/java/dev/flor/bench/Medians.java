package dev.flor.bench;

import java.util.List;

/** Medians of what was measured several times. */
final class Medians {
  private Medians() {}

  /** The median of one column. */
  static double of(List<double[]> rows, int column) {
    double[] sorted = rows.stream().mapToDouble(row -> row[column]).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
