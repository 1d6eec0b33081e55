package dev.flor.store.copy;

import dev.flor.store.db.Views;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables and views of a team's store. */
public final class TeamTables {
  private TeamTables() {}

  /** Makes them where there are none. Several machines may come first at once: one makes them, and the others find them. */
  public static void make(Connection team) throws SQLException {
    try (Statement statement = team.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(70617068)");
      statement.execute(tables());
      for (String view : Views.POSTGRESQL.statements()) {
        statement.execute(view);
      }
    }
    team.commit();
  }

  private static String tables() {
    try (InputStream in = TeamTables.class.getResourceAsStream("team.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the tables of a team's store are part of flor", e);
    }
  }
}
