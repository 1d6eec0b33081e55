package dev.flor.store.copy;

import dev.flor.store.model.Brought;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings rows from a store to a team's, each run in one transaction: what was logged since it was brought last, for a
 * journal only goes on. Bringing it twice, or from two places, leaves each row once.
 */
public final class TeamCopy {
  private static final List<String> OF_RUNS =
      List.of("arg", "loop", "iteration", "value", "checkpoint", "fault");

  /** How far a run has been taken in, and what is known of its end. */
  private static final String STATES =
      "SELECT j.run, j.position || ' ' || COALESCE(j.ended, j.stamp)"
          + " || ' ' || r.status || ' ' || COALESCE(r.verdict, '')"
          + " FROM journal j JOIN run r ON r.id = j.run ORDER BY j.run";

  /** The first loop or turn that was not over there; what comes before does not change any more. */
  private static final Map<String, String> OPEN = Map.of(
      "loop",
      "SELECT COALESCE(MIN(CASE WHEN nanos IS NULL THEN loop END), MAX(loop) + 1, 0) FROM loop WHERE run = ?",
      "iteration",
      "SELECT COALESCE(MIN(CASE WHEN nanos IS NULL THEN context END), MAX(context) + 1, 0)"
          + " FROM iteration WHERE run = ?",
      "value",
      "SELECT COALESCE(MAX(seq) + 1, 0) FROM value WHERE run = ?",
      "fault",
      "SELECT COALESCE(MAX(seq) + 1, 0) FROM fault WHERE run = ?");

  private static final Map<String, String> NUMBER =
      Map.of("loop", "loop", "iteration", "context", "value", "seq", "fault", "seq");

  private final Connection from;
  private final Connection to;
  private final TeamRows rows;

  /** From a store, on a connection that reads, to a team's, on one of which the transactions are its own. */
  public TeamCopy(Connection from, Connection to) {
    this.from = from;
    this.to = to;
    this.rows = new TeamRows(from, to);
  }

  /** Brings what is new; with {@code again} all of it, as if nothing had been brought before. */
  public Brought bring(boolean again) throws SQLException {
    Map<String, String> there = states(to, "SELECT run, state FROM brought");
    int runs = 0;
    for (Map.Entry<String, String> run : states(from, STATES).entrySet()) {
      if (again || !run.getValue().equals(there.get(run.getKey()))) {
        bring(run.getKey(), run.getValue(), again);
        runs++;
      }
    }
    new TeamShared(from, to, rows).bring(again);
    return new Brought(runs, rows.count());
  }

  static Map<String, String> states(Connection connection, String sql) throws SQLException {
    Map<String, String> states = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        states.put(row.getString(1), row.getString(2));
      }
    }
    return states;
  }

  private void bring(String run, String state, boolean again) throws SQLException {
    rows.update("SELECT pg_advisory_xact_lock(hashtext(?))", run);
    rows.update("DELETE FROM run WHERE id = ?", run);
    rows.copy("run", "WHERE id = ?", "", run);
    for (String table : OF_RUNS) {
      if (OPEN.containsKey(table)) {
        goOn(table, run, again);
      } else { // few
        rows.update("DELETE FROM " + table + " WHERE run = ?", run);
        rows.copy(table, "WHERE run = ?", "", run);
      }
    }
    rows.update("DELETE FROM brought WHERE run = ?", run);
    rows.update("INSERT INTO brought VALUES (?, ?)", run, state);
    to.commit();
  }

  private void goOn(String table, String run, boolean again) throws SQLException {
    long first = again ? 0 : rows.number(OPEN.get(table), run);
    String since = "WHERE run = ? AND " + NUMBER.get(table) + " >= " + first;
    rows.update("DELETE FROM " + table + " " + since, run);
    rows.copy(table, since, "", run);
  }
}
