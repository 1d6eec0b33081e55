package dev.flor.cli;

import dev.flor.store.Column;
import dev.flor.store.View;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as RFC 4180 has them, but for the line ends, which are the platform's usual ones. */
final class CsvRows {
  private CsvRows() {}

  static void print(View view, PrintStream out) {
    out.println(line(view.columns().stream().map(Column::name).toList()));
    view.rows().forEach(row -> out.println(line(row.stream().map(Cells::exact).toList())));
  }

  private static String line(List<String> cells) {
    return cells.stream().map(CsvRows::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
