package dev.flor.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows on their way into one table, sent a thousand at a time. */
final class Batch implements AutoCloseable {
  private static final int SIZE = 1000;

  private final Db db;
  private final PreparedStatement statement;
  private int waiting;

  Batch(Db db, PreparedStatement statement) {
    this.db = db;
    this.statement = statement;
  }

  void add(Object... row) {
    try {
      for (int i = 0; i < row.length; i++) {
        statement.setObject(i + 1, row[i]);
      }
      statement.addBatch();
      if (++waiting == SIZE) {
        send();
      }
    } catch (SQLException e) {
      throw db.writeFailed(e);
    }
  }

  void flush() {
    try {
      send();
    } catch (SQLException e) {
      throw db.writeFailed(e);
    }
  }

  private void send() throws SQLException {
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  /** Forgets what has not been sent. */
  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException e) {
      throw db.writeFailed(e);
    }
  }
}
