package dev.flor.store.condition;

import java.math.BigDecimal;
import java.util.Comparator;

/** How cells follow each other: numbers by value whatever their type, texts, truths; nothing comes last. */
public final class CellOrder {
  static final Comparator<Object> ASCENDING =
      Comparator.nullsLast((one, other) -> compare(one, other));
  static final Comparator<Object> DESCENDING =
      Comparator.nullsLast((one, other) -> compare(other, one));

  private CellOrder() {}

  /** Whether both are numbers, both texts, or both truths. */
  static boolean areComparable(Object one, Object other) {
    return rank(one) == rank(other);
  }

  private static int rank(Object cell) {
    if (cell instanceof Number) {
      return 0;
    }
    return cell instanceof String ? 1 : 2;
  }

  /** Below zero where the first comes before the other, above zero where it comes behind. */
  public static int compare(Object one, Object other) {
    int ranks = Integer.compare(rank(one), rank(other));
    if (ranks != 0) {
      return ranks;
    }
    if (one instanceof Number number) {
      return compare(number, (Number) other);
    }
    return one instanceof String text
        ? text.compareTo((String) other)
        : ((Boolean) one).compareTo((Boolean) other);
  }

  /** Whether a cell is a number that is none: what compares it finds it unequal to all, and in no order. */
  static boolean isNaN(Object cell) {
    return cell instanceof Double number && number.isNaN();
  }

  /** For sorting: NaN is equal to itself and greater than all others, as in the database; -0.0 is 0.0. */
  private static int compare(Number one, Number other) {
    if (one instanceof Long && other instanceof Long) {
      return Long.compare(one.longValue(), other.longValue());
    }
    double first = one.doubleValue();
    double second = other.doubleValue();
    boolean exact = (one instanceof Double && other instanceof Double)
        || first != second
        || !Double.isFinite(first);
    if (exact) {
      return first < second
          ? -1
          : first > second ? 1 : first == second ? 0 : Double.compare(first, second);
    }
    return exact(one).compareTo(exact(other));
  }

  private static BigDecimal exact(Number number) {
    return number instanceof Long
        ? BigDecimal.valueOf(number.longValue())
        : new BigDecimal(number.doubleValue());
  }
}
