package dev.flor.bench;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How long one party took for each of a list of things, in milliseconds; what was measured several times counts by its median. */
final class Times {
  private final String name;
  private final double[][] millis;

  Times(String name, int things, int repetitions) {
    this.name = name;
    this.millis = new double[things][repetitions];
  }

  String name() {
    return name;
  }

  void set(int thing, int repetition, double value) {
    millis[thing][repetition] = value;
  }

  double of(int thing) {
    return quantile(millis[thing], 0.5);
  }

  double median() {
    return quantile(all(i -> true), 0.5);
  }

  double max() {
    return quantile(all(i -> true), 1);
  }

  /** Median, 95th percentile and maximum of the things in question, as cells of a table. */
  String cells(IntPredicate which) {
    double[] all = all(which);
    return "%.2f | %.2f | %.2f"
        .formatted(quantile(all, 0.5), quantile(all, 0.95), quantile(all, 1));
  }

  private double[] all(IntPredicate which) {
    return IntStream.range(0, millis.length).filter(which).mapToDouble(this::of).toArray();
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
