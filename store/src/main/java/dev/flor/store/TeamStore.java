package dev.flor.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A team's PostgreSQL database with the same tables and views, to which each machine brings what its own
 * journals hold. It knows nothing that they do not: it can be filled again from them.
 */
public final class TeamStore implements AutoCloseable {
  private static final String NAMED = "FLOR_STORE_";
  private static final String HINT =
      "see that the server runs and that FLOR_STORE_USER and FLOR_STORE_PASSWORD are right";

  private final Connection connection;
  private final TeamUrl url;

  private TeamStore(Connection connection, TeamUrl url) {
    this.connection = connection;
    this.url = url;
  }

  /**
   * Connects, and makes the tables where there are none.
   *
   * @param environment where {@code FLOR_STORE_USER} and {@code FLOR_STORE_PASSWORD} may stand
   */
  public static TeamStore open(TeamUrl url, Map<String, String> environment) {
    Properties login = new Properties();
    for (String part : new String[] {"user", "password"}) {
      Optional.ofNullable(environment.get(NAMED + part.toUpperCase(java.util.Locale.ROOT)))
          .ifPresent(value -> login.setProperty(part, value));
    }
    login.setProperty("reWriteBatchedInserts", "true");
    try {
      Connection connection = new Driver().connect(url.text(), login);
      connection.setAutoCommit(false);
      TeamStore team = new TeamStore(connection, url);
      team.makeTables();
      return team;
    } catch (SQLException e) {
      throw new StoreOpenException(
          "the team's store at " + url.text() + " cannot be opened: " + line(e), HINT, e);
    }
  }

  /** Several machines may come first at once: one makes the tables, and the others find them. */
  private void makeTables() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(70617068)");
      statement.execute(tables());
      for (String view : Views.POSTGRESQL.statements()) {
        statement.execute(view);
      }
    }
    connection.commit();
  }

  private static String tables() {
    try (InputStream in = TeamStore.class.getResourceAsStream("team.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the tables of a team's store are part of flor", e);
    }
  }

  /**
   * Brings what the store of this machine has and the team's has not.
   *
   * @param again whether to bring all of it, as if nothing had been brought before
   */
  public Brought bring(FlorStore store, boolean again) {
    return store.readBy(from -> {
      try {
        return new TeamCopy(from, connection).bring(again);
      } catch (SQLException e) {
        throw new StoreWriteException("writing to " + url.text() + " failed: " + line(e), HINT, e);
      }
    });
  }

  /**
   * What was brought.
   *
   * @param runs how many runs were new there, or had gone on
   */
  public record Brought(int runs, long rows) {}

  /** The rows of one query, in a transaction that cannot write, by a user who is no superuser. */
  public View query(String sql, QueryLimits limits) {
    SqlGate.check(sql);
    TeamFunctions.check(sql);
    try {
      connection.rollback();
      connection.setReadOnly(true);
      if (isSuperuser()) {
        throw new QueryRefusedException(
            "a superuser of the team's store may read files of its server: no query is run as one",
            "make a user who owns the database and is no superuser");
      }
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        return ReadOnlyQuery.answer(statement, limits);
      }
    } catch (SQLException e) {
      throw limits.refused(e, line(e), "docs/schema.md has the tables, columns and views");
    }
  }

  private boolean isSuperuser() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW is_superuser")) {
      return row.next() && row.getString(1).equals("on");
    }
  }

  static String line(SQLException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^ERROR: ", "");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreReadException("leaving " + url.text() + " failed: " + line(e), HINT, e);
    }
  }
}
