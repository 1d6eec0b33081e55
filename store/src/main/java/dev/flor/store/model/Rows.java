package dev.flor.store.model;

import java.util.Iterator;
import java.util.List;

/**
 * Rows under named columns that are made while they are read, once and in order, so that no more than a few are in
 * memory. A fault of the store may come out of the midst of them.
 */
public final class Rows implements Iterator<List<Object>>, AutoCloseable {
  private final List<Column> columns;
  private final Iterator<List<Object>> rows;
  private final Runnable close;

  /**
   * Rows from elsewhere.
   *
   * @param close lets go of what they are read from
   */
  public Rows(List<Column> columns, Iterator<List<Object>> rows, Runnable close) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.close = close;
  }

  /** The rows of a view. */
  public static Rows of(View view) {
    return new Rows(view.columns(), view.rows().iterator(), () -> {});
  }

  /** Headings and types, left to right. */
  public List<Column> columns() {
    return columns;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  /** The cells of the next row, one for each column; null where there is nothing. */
  @Override
  public List<Object> next() {
    return rows.next();
  }

  @Override
  public void close() {
    close.run();
  }
}
