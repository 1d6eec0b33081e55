package dev.flor.propagator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A weighted mean; one that is to be explained keeps what it is the mean of. */
final class Tally {
  private final boolean keeps;
  private final List<Agreement> kept = new ArrayList<>();
  private double sum;
  private double weights;
  private double first;

  Tally(boolean keeps) {
    this.keeps = keeps;
  }

  boolean keeps() {
    return keeps;
  }

  /** {@code what} is asked for only if it is kept. */
  void add(String kind, Supplier<String> what, double weight, double agreement) {
    first = weights == 0 ? agreement : first;
    sum += weight * agreement;
    weights += weight;
    if (keeps) {
      kept.add(new Agreement(kind, what.get(), weight, agreement));
    }
  }

  void add(Tally other) {
    sum += other.sum;
    weights += other.weights;
    kept.addAll(other.kept);
  }

  Tally better(Tally other) {
    return other.score() > score() ? other : this;
  }

  /** What was added first; 0 if nothing was. */
  double first() {
    return first;
  }

  double score() {
    return weights == 0 ? 0 : sum / weights;
  }

  List<Agreement> kept() {
    return kept;
  }
}
