package dev.flor.store.model;

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
}
