package dev.flor.store;

import dev.flor.store.copy.TeamCopy;
import dev.flor.store.copy.TeamTables;
import dev.flor.store.db.PostgresMessage;
import dev.flor.store.model.Brought;
import dev.flor.store.model.QueryLimits;
import dev.flor.store.model.StoreOpenException;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.StoreWriteException;
import dev.flor.store.model.TeamUrl;
import dev.flor.store.model.View;
import dev.flor.store.sql.TeamQuery;
import java.sql.Connection;
import java.sql.SQLException;
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
   * Connects, and makes the tables where there are none, or those of an earlier flor.
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
      return new TeamStore(connected(url, login), url);
    } catch (SQLException e) {
      throw new StoreOpenException(
          "the team's store at " + url.text() + " cannot be opened: " + PostgresMessage.of(e),
          HINT,
          e);
    }
  }

  private static Connection connected(TeamUrl url, Properties login) throws SQLException {
    Connection connection = new Driver().connect(url.text(), login);
    boolean ready = false;
    try {
      connection.setAutoCommit(false);
      TeamTables.make(connection);
      ready = true;
      return connection;
    } finally {
      if (!ready) {
        connection.close();
      }
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
        throw new StoreWriteException(
            "writing to " + url.text() + " failed: " + PostgresMessage.of(e), HINT, e);
      }
    });
  }

  /** The rows of one query, in a transaction that cannot write, by a user who is no superuser. */
  public View query(String sql, QueryLimits limits) {
    return TeamQuery.run(connection, sql, limits);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreReadException(
          "leaving " + url.text() + " failed: " + PostgresMessage.of(e), HINT, e);
    }
  }
}
