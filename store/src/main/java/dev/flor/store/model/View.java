package dev.flor.store.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;

/**
 * Rows under named columns: plain values in a fixed order.
 *
 * @param columns headings and types, left to right
 * @param rows one list of cells per row, each as long as {@code columns}; null where there is nothing
 */
public record View(List<Column> columns, List<List<Object>> rows) {
  public View {
    columns = List.copyOf(columns);
    List<List<Object>> copy = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      // List.copyOf refuses null cells, and a row that is nobody else's need not be copied
      copy.add(row instanceof Own ? row : new Own(row.toArray()));
    }
    rows = Collections.unmodifiableList(copy);
  }

  /** Cells that nobody changes. */
  public static List<Object> row(Object[] cells) {
    return new Own(cells);
  }

  /** A row that no one else holds. */
  private static final class Own extends AbstractList<Object> implements RandomAccess {
    private final Object[] cells;

    Own(Object[] cells) {
      this.cells = cells;
    }

    @Override
    public Object get(int i) {
      return cells[i];
    }

    @Override
    public int size() {
      return cells.length;
    }
  }

  /**
   * Headings of which no two are equal, for who takes them for keys: the second {@code a} is {@code a_2}, the
   * third {@code a_3}, or the next number of which there is no column.
   */
  public List<String> distinctNames() {
    return Column.distinctNames(columns);
  }

  /** Where the column of that name is, or -1. */
  public int indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The cells of one column, top to bottom. */
  public List<Object> column(String name) {
    int at = indexOf(name);
    if (at < 0) {
      throw new IllegalStateException("the view has no column " + name);
    }
    List<Object> cells = new ArrayList<>(rows.size());
    rows.forEach(row -> cells.add(row.get(at)));
    return Collections.unmodifiableList(cells);
  }
}
