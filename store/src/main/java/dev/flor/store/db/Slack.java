package dev.flor.store.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStoreTool;

/**
 * What a database file holds of rows that have been written again since: H2 writes a row a second time when its
 * transaction ends. H2's own ways to take it out work in the background, or in place; this one copies what is in use.
 */
final class Slack {
  private static final int ENOUGH_PERCENT = 75;
  private static final long SMALL = 4 << 20;

  private Slack() {}

  /** Whether there is more of it than is worth keeping. */
  static boolean isIn(Connection connection) throws SQLException {
    SessionLocal session =
        (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    FileStore<?> file = session.getDatabase().getStore().getMvStore().getFileStore();
    return file.size() > SMALL && file.getChunksFillRate() < ENOUGH_PERCENT;
  }

  /** Makes the file small again; nobody has it open. */
  static void takeOut(Path file) {
    MVStoreTool.compact(file.toString(), false);
  }
}
