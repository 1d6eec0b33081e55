package dev.flor.store.db;

import java.sql.SQLException;

/** What PostgreSQL says, in one line. */
public final class PostgresMessage {
  private PostgresMessage() {}

  /** The first line, without the word that it is an error. */
  public static String of(SQLException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^ERROR: ", "");
  }
}
