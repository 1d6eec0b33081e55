package dev.flor.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs one query as the user who can only read, on a file that is opened read only. */
final class ReadOnlyQuery {
  private static final String HINT = "docs/schema.md has the tables, columns and worked queries";

  private ReadOnlyQuery() {}

  static View run(Path florDir, String sql, QueryLimits limits) {
    SqlGate.check(sql);
    NoJavaObjects.refuse();
    try (Connection reader = Db.reader(florDir)) {
      return run(reader, sql, limits);
    } catch (SQLException e) {
      throw new StoreOpenException(
          "opening " + Db.file(florDir) + " failed: " + H2Message.of(e), H2Message.REBUILD, e);
    }
  }

  private static View run(Connection reader, String sql, QueryLimits limits) {
    try (PreparedStatement statement = reader.prepareStatement(sql)) {
      return answer(statement, limits);
    } catch (SQLException e) {
      if (Damage.isOfTheFile(e)) {
        throw new StoreReadException(
            "reading the database failed: " + H2Message.of(e), H2Message.REBUILD, e);
      }
      throw limits.refused(e, H2Message.of(e), HINT);
    } catch (StackOverflowError e) {
      throw new QueryRefusedException(
          "the query is nested too deeply", "write it with fewer parts within parts", e);
    } catch (OutOfMemoryError e) {
      throw new QueryRefusedException(
          "what the query asks for does not fit into memory",
          "ask for less, with LIMIT or fewer columns; FLOR_JAVA_OPTS=-Xmx8g gives more memory",
          e);
    }
  }

  static View answer(PreparedStatement statement, QueryLimits limits) throws SQLException {
    limits.set(statement);
    try (ResultSet rows = statement.executeQuery()) {
      View answer = view(rows);
      limits.check(answer);
      return answer;
    }
  }

  static View view(ResultSet result) throws SQLException {
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
}
