package dev.flor.store.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Finds the types of columns from their cells. */
public final class Cells {
  private Cells() {}

  /** The view of these rows, whose columns have the types that their cells are of. */
  public static View view(List<String> names, List<List<Object>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(names.get(i), type(rows, i)));
    }
    return new View(columns, rows);
  }

  private static Column.Type type(List<List<Object>> rows, int at) {
    EnumSet<Column.Type> types = EnumSet.noneOf(Column.Type.class);
    for (List<Object> row : rows) {
      if (row.get(at) != null) {
        types.add(type(row.get(at)));
      }
    }
    if (types.isEmpty()) {
      return Column.Type.TEXT;
    }
    return types.size() == 1 ? types.iterator().next() : Column.Type.MIXED;
  }

  private static Column.Type type(Object cell) {
    if (cell instanceof Long) {
      return Column.Type.LONG;
    }
    if (cell instanceof Double) {
      return Column.Type.DOUBLE;
    }
    if (cell instanceof Boolean) {
      return Column.Type.BOOLEAN;
    }
    return cell instanceof BigDecimal ? Column.Type.DECIMAL : Column.Type.TEXT;
  }
}
