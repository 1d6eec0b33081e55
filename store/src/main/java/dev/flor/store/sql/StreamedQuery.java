package dev.flor.store.sql;

import dev.flor.store.model.Column;
import dev.flor.store.model.QueryLimits;
import dev.flor.store.model.Rows;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Runs one query as {@link ReadOnlyQuery} does, and gives its rows while H2 finds them. */
public final class StreamedQuery implements Iterator<List<Object>> {
  private static final WithinLimits UNLIMITED = new WithinLimits(QueryLimits.NONE);

  private final Connection reader;
  private final ResultSet result;
  private final int width;
  private boolean onRow;

  private StreamedQuery(Connection reader, ResultSet result) throws SQLException {
    this.reader = reader;
    this.result = result;
    this.width = result.getMetaData().getColumnCount();
  }

  /**
   * The rows of the query, or why it is refused; the file is open until the rows are closed. A column has the type that
   * H2 says it has, whatever is in it.
   */
  public static Rows open(Path florDir, String sql) {
    Connection reader = ReadOnlyQuery.reader(florDir, sql);
    boolean open = false;
    try {
      Rows rows = ReadOnlyQuery.asked(UNLIMITED, () -> started(reader, sql));
      open = true;
      return rows;
    } finally {
      if (!open) {
        close(reader);
      }
    }
  }

  private static Rows started(Connection reader, String sql) throws SQLException {
    Statement statement = reader.createStatement();
    statement.execute(
        "SET LAZY_QUERY_EXECUTION 1"); // else H2 has all rows before the first is seen
    StreamedQuery query = new StreamedQuery(reader, statement.executeQuery(sql));
    return new Rows(columns(query.result.getMetaData()), query, () -> close(query.reader));
  }

  private static List<Column> columns(ResultSetMetaData meta) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new Column(meta.getColumnLabel(i), CellText.type(meta.getColumnType(i))));
    }
    return columns;
  }

  /** What statements and results are open goes with the connection. */
  private static void close(Connection reader) {
    try {
      reader.close();
    } catch (SQLException e) {
      throw new StoreReadException(
          "closing the database failed: " + e.getMessage(), "nothing was changed; try again", e);
    }
  }

  @Override
  public boolean hasNext() {
    onRow = onRow || ReadOnlyQuery.asked(UNLIMITED, result::next);
    return onRow;
  }

  @Override
  public List<Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    onRow = false;
    return ReadOnlyQuery.asked(UNLIMITED, () -> {
      Object[] cells = new Object[width];
      for (int i = 0; i < width; i++) {
        cells[i] = CellText.plain(result, i + 1);
      }
      return View.row(cells);
    });
  }
}
