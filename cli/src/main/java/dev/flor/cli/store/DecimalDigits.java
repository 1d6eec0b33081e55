package dev.flor.cli.store;

import java.math.BigDecimal;

/** How many digits exact numbers have, before the point and behind it. */
final class DecimalDigits {
  private int whole = 1;
  private int scale;

  /** Takes a cell into account; what is no exact number does not count. */
  void add(Object cell) {
    if (cell instanceof BigDecimal number) {
      scale = Math.max(scale, number.scale());
      whole = Math.max(whole, number.precision() - number.scale());
    }
  }

  /** The most behind the point. */
  int scale() {
    return scale;
  }

  /** How many a number needs that can be any of them. */
  int all() {
    return scale + whole;
  }
}
