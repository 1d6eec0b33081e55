package dev.flor.store.copy;

import java.sql.Array;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Copies rows of a store to the table of the same name in a team's, and counts them. */
final class TeamRows {
  private static final int BATCH = 1000;

  private final Connection from;
  private final Connection to;
  private long count;

  TeamRows(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  long count() {
    return count;
  }

  /** Does something there. */
  void update(String sql, String... args) throws SQLException {
    try (PreparedStatement statement = prepared(to, sql, args)) {
      statement.execute();
    }
  }

  /** The number that a query there gives. */
  long number(String sql, String... args) throws SQLException {
    try (PreparedStatement statement = prepared(to, sql, args);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, String... args)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < args.length; i++) {
      statement.setString(i + 1, args[i]);
    }
    return statement;
  }

  void copy(String table, String where, String conflict, String... args) throws SQLException {
    try (PreparedStatement select = prepared(from, "SELECT * FROM " + table + " " + where, args);
        ResultSet row = select.executeQuery()) {
      copy(table, conflict, row);
    }
  }

  private void copy(String table, String conflict, ResultSet row) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
    }
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " ("
        + String.join(", ", columns) + ") VALUES (" + places + ") " + conflict)) {
      long batch = 0;
      while (row.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          insert.setObject(i, cell(row.getObject(i)));
        }
        insert.addBatch();
        count++;
        if (++batch % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** PostgreSQL has no character of number 0 in its texts; its picture takes the place. */
  private Object cell(Object cell) throws SQLException {
    if (cell instanceof Clob text) {
      return cell(text.getSubString(1, Math.toIntExact(text.length())));
    }
    if (cell instanceof Array array) {
      return to.createArrayOf("text", (Object[]) array.getArray());
    }
    return cell instanceof String text ? text.replace('\u0000', '\u2400') : cell;
  }
}
