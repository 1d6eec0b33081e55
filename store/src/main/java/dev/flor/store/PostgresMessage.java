package dev.flor.store;

import java.sql.SQLException;

/** What PostgreSQL says, in one line. */
final class PostgresMessage {
  private PostgresMessage() {}

  /** The first line, without the word that it is an error. */
  static String of(SQLException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^ERROR: ", "");
  }
}
