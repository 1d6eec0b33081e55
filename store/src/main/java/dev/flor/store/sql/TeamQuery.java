package dev.flor.store.sql;

import dev.flor.store.db.PostgresMessage;
import dev.flor.store.model.QueryLimits;
import dev.flor.store.model.QueryRefusedException;
import dev.flor.store.model.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs one query on a team's store, in a transaction that cannot write, by a user who is no superuser. */
public final class TeamQuery {
  private TeamQuery() {}

  /** All rows of the query, or why it is refused. What the connection had not committed is gone. */
  public static View run(Connection team, String sql, QueryLimits limits) {
    SqlGate.check(sql);
    TeamFunctions.check(sql);
    try {
      team.rollback();
      team.setReadOnly(true);
      if (isSuperuser(team)) {
        throw new QueryRefusedException(
            "a superuser of the team's store may read files of its server: no query is run as one",
            "make a user who owns the database and is no superuser");
      }
      try (PreparedStatement statement = team.prepareStatement(sql)) {
        return new WithinLimits(limits).answer(statement);
      }
    } catch (SQLException e) {
      throw new WithinLimits(limits)
          .refused(e, PostgresMessage.of(e), "docs/schema.md has the tables, columns and views");
    }
  }

  private static boolean isSuperuser(Connection team) throws SQLException {
    try (Statement statement = team.createStatement();
        ResultSet row = statement.executeQuery("SHOW is_superuser")) {
      return row.next() && row.getString(1).equals("on");
    }
  }
}
