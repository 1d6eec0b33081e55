package dev.flor.store.model;

import java.time.Duration;

/**
 * What a query may take before it is ended.
 *
 * @param time how long it may run, in whole seconds; zero is without end
 * @param rows how many rows it may have; 0 is any number
 */
public record QueryLimits(Duration time, int rows) {
  /** No limits. */
  public static final QueryLimits NONE = new QueryLimits(Duration.ZERO, 0);

  public QueryLimits {
    if (time.isNegative() || rows < 0 || rows == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no limits of a query: " + time + ", " + rows + " rows");
    }
  }
}
