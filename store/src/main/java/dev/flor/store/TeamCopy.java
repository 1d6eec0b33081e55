package dev.flor.store;

import java.sql.Array;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Brings rows from a store to a team's, each run in one transaction: all that was there of it is replaced,
 * so that bringing it twice, or from two places, leaves each row once.
 */
final class TeamCopy {
  /** Each with the column that says of which run a row is. */
  private static final Map<String, String> OF_RUNS = new LinkedHashMap<>();

  private static final List<String> OF_ALL =
      List.of("project", "version", "statement", "name", "replay", "placement");

  /** Of these what is known here takes the place of what is there: the column, and whose. */
  private static final Map<String, String> REPLACED = new LinkedHashMap<>();

  /** How far a run has been taken in, and what is known of its end. */
  private static final String STATES =
      "SELECT j.run, j.position || ' ' || COALESCE(j.ended, j.stamp)"
          + " || ' ' || r.status || ' ' || COALESCE(r.verdict, '')"
          + " FROM journal j JOIN run r ON r.id = j.run ORDER BY j.run";

  /** Where a statement stands may have become known since. */
  private static final String SETTLED = "DELETE FROM statement s WHERE s.file IS NULL AND EXISTS ("
      + "SELECT 1 FROM statement k WHERE k.version = s.version AND k.name = s.name"
      + " AND k.source IS NOT DISTINCT FROM s.source AND k.file IS NOT NULL)";

  static {
    REPLACED.put("version", "SELECT 'id', id FROM version WHERE authored IS NOT NULL");
    REPLACED.put("replay", "SELECT 'id', id FROM replay");
    REPLACED.put("placement", "SELECT 'replay', id FROM replay");
    OF_RUNS.put("run", "id");
    for (String table : List.of("arg", "loop", "iteration", "value", "checkpoint", "fault")) {
      OF_RUNS.put(table, "run");
    }
  }

  private static final int BATCH = 1000;

  private final Connection from;
  private final Connection to;
  private long rows;

  TeamCopy(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  TeamStore.Brought bring(boolean again) throws SQLException {
    Map<String, String> there = states(to, "SELECT run, state FROM brought");
    int runs = 0;
    for (Map.Entry<String, String> run : states(from, STATES).entrySet()) {
      if (again || !run.getValue().equals(there.get(run.getKey()))) {
        bring(run.getKey(), run.getValue());
        runs++;
      }
    }
    for (String table : OF_ALL) {
      shared(table);
    }
    to.commit();
    return new TeamStore.Brought(runs, rows);
  }

  private static Map<String, String> states(Connection connection, String sql) throws SQLException {
    Map<String, String> states = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        states.put(row.getString(1), row.getString(2));
      }
    }
    return states;
  }

  private void bring(String run, String state) throws SQLException {
    update("SELECT pg_advisory_xact_lock(hashtext(?))", run);
    for (Map.Entry<String, String> table : OF_RUNS.entrySet()) {
      update("DELETE FROM " + table.getKey() + " WHERE " + table.getValue() + " = ?", run);
      copy(table.getKey(), " WHERE " + table.getValue() + " = ?", "", run);
    }
    update("DELETE FROM brought WHERE run = ?", run);
    update("INSERT INTO brought VALUES (?, ?)", run, state);
    to.commit();
  }

  /** What several runs share; of a verdict that has changed, the newer counts. */
  private void shared(String table) throws SQLException {
    List<String> replaced = new ArrayList<>();
    String column = "";
    if (REPLACED.containsKey(table)) {
      try (PreparedStatement statement = from.prepareStatement(REPLACED.get(table));
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          column = row.getString(1);
          replaced.add(row.getString(2));
        }
      }
    }
    for (String id : replaced) {
      update("DELETE FROM " + table + " WHERE " + column + " = ?", id);
    }
    copy(table, "", " ON CONFLICT DO NOTHING");
    if (table.equals("statement")) {
      update(SETTLED);
    }
  }

  private void update(String sql, String... args) throws SQLException {
    try (PreparedStatement statement = to.prepareStatement(sql)) {
      for (int i = 0; i < args.length; i++) {
        statement.setString(i + 1, args[i]);
      }
      statement.execute();
    }
  }

  private void copy(String table, String where, String conflict, String... args)
      throws SQLException {
    try (PreparedStatement select = from.prepareStatement("SELECT * FROM " + table + where)) {
      for (int i = 0; i < args.length; i++) {
        select.setString(i + 1, args[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        copy(table, conflict, row);
      }
    }
  }

  private void copy(String table, String conflict, ResultSet row) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
    }
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " ("
        + String.join(", ", columns) + ") VALUES (" + places + ")" + conflict)) {
      long batch = 0;
      while (row.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          insert.setObject(i, cell(row.getObject(i)));
        }
        insert.addBatch();
        rows++;
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
