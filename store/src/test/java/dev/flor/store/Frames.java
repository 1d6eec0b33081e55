package dev.flor.store;

import dev.flor.store.model.Column;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a store and shows the answer as lines. */
final class Frames {
  private Frames() {}

  /** Headings, then rows, cells separated by a blank and a bar; nothing is {@code -}. */
  static List<String> lines(View view) {
    List<String> lines = new ArrayList<>();
    lines.add(view.columns().stream().map(Column::name).collect(Collectors.joining(" | ")));
    for (List<Object> row : view.rows()) {
      lines.add(row.stream()
          .map(cell -> cell == null ? "-" : cell.toString())
          .collect(Collectors.joining(" | ")));
    }
    return lines;
  }

  static List<String> lines(ResultSet rows) throws SQLException {
    List<String> headings = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      headings.add(rows.getMetaData().getColumnLabel(i));
    }
    List<String> lines = new ArrayList<>(List.of(String.join(" | ", headings)));
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= headings.size(); i++) {
        cells.add(Optional.ofNullable(rows.getString(i)).orElse("-"));
      }
      lines.add(String.join(" | ", cells));
    }
    return lines;
  }

  static List<String> lines(Path florDir, Dataframe question) {
    try (FlorStore store = FlorStore.open(florDir)) {
      store.ingest();
      return lines(store.dataframe(question));
    }
  }

  static List<String> lines(Path florDir, String... names) {
    return lines(florDir, Dataframe.of(names));
  }

  /** Every row of every table, in an order of its own. */
  static Map<String, List<String>> everything(FlorStore store) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    View tables = store.query("SELECT table_name FROM information_schema.tables"
        + " WHERE table_schema = 'PUBLIC' ORDER BY 1");
    for (Object table : tables.column("TABLE_NAME")) {
      List<String> rows = new ArrayList<>(lines(store.query("SELECT * FROM " + table)));
      rows.sort(null);
      all.put((String) table, rows);
    }
    return all;
  }
}
