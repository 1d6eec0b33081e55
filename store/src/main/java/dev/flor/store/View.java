package dev.flor.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
      copy.add(
          Collections.unmodifiableList(new ArrayList<>(row))); // List.copyOf refuses null cells
    }
    rows = Collections.unmodifiableList(copy);
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
