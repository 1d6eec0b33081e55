package dev.flor.store.sql;

import dev.flor.store.model.Cells;
import dev.flor.store.model.QueryLimits;
import dev.flor.store.model.QueryRefusedException;
import dev.flor.store.model.View;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Has a database keep to the limits of a query, and says in flor's words where it could not. */
record WithinLimits(QueryLimits limits) {
  private static final String CANCELED = "57014";

  /** The rows of a statement; one more than may be is fetched, so that it is seen that there are more. */
  View answer(PreparedStatement statement) throws SQLException {
    statement.setQueryTimeout(Math.toIntExact(limits.time().toSeconds()));
    statement.setMaxRows(limits.rows() == 0 ? 0 : limits.rows() + 1);
    try (ResultSet rows = statement.executeQuery()) {
      View answer = view(rows);
      check(answer);
      return answer;
    }
  }

  private void check(View answer) {
    if (limits.rows() > 0 && answer.rows().size() > limits.rows()) {
      throw new QueryRefusedException(
          "the query has more than " + limits.rows() + " rows",
          "end it with FETCH FIRST 100 ROWS ONLY, write it to a file with flor export --sql, or raise --max-rows");
    }
  }

  private static View view(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      names.add(meta.getColumnLabel(i));
    }
    List<List<Object>> rows = new ArrayList<>();
    while (result.next()) {
      List<Object> row = new ArrayList<>(names.size());
      for (int i = 1; i <= names.size(); i++) {
        row.add(CellText.plain(result, i));
      }
      rows.add(row);
    }
    return Cells.view(names, rows);
  }

  /** What to say when the database did stop it; else what it says itself. */
  QueryRefusedException refused(SQLException e, String said, String hint) {
    return CANCELED.equals(e.getSQLState()) && !limits.time().isZero()
        ? new QueryRefusedException(
            "the query was ended after " + limits.time().toSeconds() + " s",
            "ask for less, or raise --timeout",
            e)
        : new QueryRefusedException("the query failed: " + said, hint, e);
  }
}
