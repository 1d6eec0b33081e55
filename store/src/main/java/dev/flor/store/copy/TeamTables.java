package dev.flor.store.copy;

import dev.flor.store.db.Views;
import dev.flor.store.model.StoreOpenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables and views of a team's store, made once for each number of the schema. Making them waits for every query that
 * reads one of them, and keeps others waiting, so who finds them made does no more than ask for the number.
 */
public final class TeamTables {
  private static final int NUMBER = 1;

  private TeamTables() {}

  /**
   * Makes them unless they are there. Several machines may come first at once: one makes them, and the others find them.
   *
   * @throws StoreOpenException if a newer flor has made them
   */
  public static void make(Connection team) throws SQLException {
    if (number(team) != NUMBER) {
      try (Statement statement = team.createStatement()) {
        statement.execute("SELECT pg_advisory_xact_lock(70617068)");
        int number = number(team); // another machine may have been here
        if (number > NUMBER) {
          throw new StoreOpenException(
              "the team's store was made by a newer flor (schema " + number + "; this one knows "
                  + NUMBER + ")",
              "use the newer flor");
        }
        if (number < NUMBER) {
          make(statement);
        }
      }
    }
    team.commit();
  }

  /** 0 where there are none, or those of a flor that did not number them. */
  private static int number(Connection team) throws SQLException {
    try (Statement statement = team.createStatement()) {
      try (ResultSet there =
          statement.executeQuery("SELECT to_regclass('flor_schema') IS NOT NULL")) {
        if (!there.next() || !there.getBoolean(1)) {
          return 0;
        }
      }
      try (ResultSet row =
          statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM flor_schema")) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private static void make(Statement statement) throws SQLException {
    statement.execute(tables());
    for (String view : Views.POSTGRESQL.statements()) {
      statement.execute(view);
    }
    statement.execute("DELETE FROM flor_schema");
    statement.execute("INSERT INTO flor_schema VALUES (" + NUMBER + ")");
  }

  private static String tables() {
    try (InputStream in = TeamTables.class.getResourceAsStream("team.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the tables of a team's store are part of flor", e);
    }
  }
}
