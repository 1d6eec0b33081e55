package dev.flor.store;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
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
        row.add(plain(result.getObject(i)));
      }
      rows.add(row);
    }
    return Cells.view(names, rows);
  }

  private static Object plain(Object cell) throws SQLException {
    if (cell instanceof Integer || cell instanceof Short || cell instanceof Byte) {
      return ((Number) cell).longValue();
    }
    if (cell instanceof Float number) {
      return number.doubleValue();
    }
    if (cell instanceof Clob text) {
      return text.getSubString(1, Math.toIntExact(text.length()));
    }
    if (cell instanceof Array array) {
      return Arrays.toString((Object[]) array.getArray());
    }
    if (cell instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_INSTANT.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }
    if (cell instanceof Timestamp time) { // as PostgreSQL's driver has it
      return DateTimeFormatter.ISO_INSTANT.format(time.toInstant());
    }
    boolean known = cell == null
        || cell instanceof Long
        || cell instanceof Double
        || cell instanceof Boolean
        || cell instanceof BigDecimal;
    return known ? cell : cell.toString();
  }
}
