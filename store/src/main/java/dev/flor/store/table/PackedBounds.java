package dev.flor.store.table;

import org.h2.message.DbException;
import org.h2.result.SearchRow;
import org.h2.value.Value;

/** Between what H2 looks for a row. H2 checks each row itself, so too wide is only slow. */
final class PackedBounds {
  static final PackedBounds NONE = new PackedBounds(null, null);

  private final SearchRow first;
  private final SearchRow last;

  PackedBounds(SearchRow first, SearchRow last) {
    this.first = first;
    this.last = last;
  }

  private static Value value(SearchRow row, int column) {
    return row == null ? null : row.getValue(column);
  }

  /** Whether something is compared with null, which none of these columns is. */
  boolean areEmpty(int[] columns) {
    for (int column : columns) {
      if (isNull(value(first, column)) || isNull(value(last, column))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNull(Value value) {
    return value != null && value.getValueType() == Value.NULL;
  }

  /** The one text a column may have, or null where several are possible. */
  String only(int column) {
    Value low = value(first, column);
    Value high = value(last, column);
    boolean one = low != null && high != null && low.getString().equals(high.getString());
    return one ? low.getString() : null;
  }

  int lowest(int column) {
    return number(value(first, column), Integer.MIN_VALUE);
  }

  int highest(int column) {
    return number(value(last, column), Integer.MAX_VALUE);
  }

  private static int number(Value value, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    try {
      return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value.getLong()));
    } catch (DbException e) {
      return otherwise; // not a number that a place could have: H2 will say so itself, or find
      // nothing
    }
  }
}
