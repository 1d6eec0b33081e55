package dev.flor.cli;

import dev.flor.store.model.View;
import java.io.PrintStream;
import java.util.List;

/**
 * Rows as RFC 4180 has them, but for the line ends, which are the platform's usual ones. Where there is nothing, there is nothing; an
 * empty text is two quotes.
 */
final class CsvRows {
  private CsvRows() {}

  static void print(View view, PrintStream out) {
    out.println(line(view.distinctNames().stream().map(CsvRows::quoted).toList()));
    view.rows()
        .forEach(row -> out.println(line(row.stream().map(CsvRows::quoted).toList())));
  }

  private static String line(List<String> cells) {
    return String.join(",", cells);
  }

  private static String quoted(Object cell) {
    return cell == null ? "" : quoted(Cells.exact(cell));
  }

  private static String quoted(String cell) {
    boolean plain = !cell.isEmpty()
        && cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
