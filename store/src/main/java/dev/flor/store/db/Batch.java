package dev.flor.store.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows on their way into one table, sent some at a time. */
public final class Batch implements AutoCloseable {
  private final Db db;
  private final PreparedStatement statement;
  private final int size;
  private int waiting;

  /** @param size how many rows are sent at a time */
  Batch(Db db, PreparedStatement statement, int size) {
    this.db = db;
    this.statement = statement;
    this.size = size;
  }

  /** Puts one row on its way, a cell for each parameter of the statement. */
  public void add(Object... row) {
    try {
      for (int i = 0; i < row.length; i++) {
        statement.setObject(i + 1, row[i]);
      }
      statement.addBatch();
      if (++waiting == size) {
        send();
      }
    } catch (SQLException e) {
      throw db.writeFailed(e);
    }
  }

  /** Sends what waits. */
  public void flush() {
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
