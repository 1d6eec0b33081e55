package dev.flor.store.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column of a {@link View}.
 *
 * @param name its heading
 * @param type what its cells hold when they are not null
 */
public record Column(String name, Type type) {
  /** What the cells of a column hold, apart from null. */
  public enum Type {
    /** {@link String}; timestamps too, as ISO-8601 in UTC, and JSON as its text. */
    TEXT,
    /** {@link Long}. */
    LONG,
    /** {@link Double}. */
    DOUBLE,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.math.BigDecimal}: exact results of SQL. */
    DECIMAL,
    /** Cells of more than one of the other types. */
    MIXED
  }

  /**
   * Headings of which no two are equal, for who takes them for keys: the second {@code a} is {@code a_2}, the
   * third {@code a_3}, or the next number of which there is no column.
   */
  public static List<String> distinctNames(List<Column> columns) {
    Set<String> given = new HashSet<>();
    columns.forEach(column -> given.add(column.name()));
    Set<String> met = new HashSet<>();
    List<String> names = new ArrayList<>(columns.size());
    for (Column column : columns) {
      String name = column.name();
      for (int again = 2; !met.add(name); again++) {
        String next = column.name() + "_" + again;
        name = given.contains(next) ? column.name() : next;
      }
      names.add(name);
    }
    return Collections.unmodifiableList(names);
  }
}
