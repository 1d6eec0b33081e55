package dev.flor.cli.io;

import dev.flor.store.model.Column;
import dev.flor.store.model.Rows;
import dev.flor.store.model.View;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.List;

/**
 * Rows as RFC 4180 has them, but for the line ends, which are the platform's usual ones. Where there is nothing, there is nothing; an
 * empty text is two quotes.
 */
public final class CsvRows {
  private CsvRows() {}

  public static void print(View view, PrintStream out) {
    out.println(headings(view.columns()));
    view.rows().forEach(row -> out.println(cells(row)));
  }

  /** Writes rows as they come, and gives how many there were. */
  public static long write(Rows rows, Writer out) throws IOException {
    long count = 0;
    out.append(headings(rows.columns())).append(System.lineSeparator());
    for (; rows.hasNext(); count++) {
      out.append(cells(rows.next())).append(System.lineSeparator());
    }
    return count;
  }

  private static String headings(List<Column> columns) {
    return line(Column.distinctNames(columns).stream().map(CsvRows::quoted).toList());
  }

  private static String cells(List<Object> row) {
    return line(row.stream().map(CsvRows::quoted).toList());
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
