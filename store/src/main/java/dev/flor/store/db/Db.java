package dev.flor.store.db;

import dev.flor.store.model.StoreOpenException;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.StoreWriteException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.h2.Driver;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/** One connection to the database file, as its owner or as a reader who can write nothing. */
public final class Db implements AutoCloseable {
  /**
   * No server, no trace file, no shutdown hook, no compaction at closing (it would cost each command
   * a fifth of a second), none in the background either: in H2 2.5.252 that one takes the newest
   * chunk of a file for dead when the file had been idle for a while, and the next write fails.
   * VALUE is a keyword of H2, and a table and a column of ours.
   */
  private static final String OPTIONS =
      ";FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;NON_KEYWORDS=VALUE;MAX_COMPACT_TIME=0"
          + ";AUTO_COMPACT_FILL_RATE=0";

  /**
   * No trace file. What is not committed is not written before it must be, for H2 writes it once more at the commit;
   * nothing is trusted that a process left unwritten when it died. A question takes more statements than the eight that
   * H2 would keep parsed; their rows are not kept.
   */
  private static final String OWNERS =
      ";TRACE_LEVEL_FILE=0;WRITE_DELAY=60000;QUERY_CACHE_SIZE=64;OPTIMIZE_REUSE_RESULTS=FALSE";

  /** In kilobytes. Of what was read, that much stays in memory for the next question; H2 keeps 16 MB. */
  private static final long LEAST_CACHE = 16 << 10;

  private static final long MOST_CACHE = 256 << 10;

  private final Path florDir;
  private final Connection connection;
  private final WriteMark mark;
  private final boolean writable;
  private boolean written;

  private Db(Path florDir, Connection connection, WriteMark mark, boolean writable) {
    this.florDir = florDir;
    this.connection = connection;
    this.mark = mark;
    this.writable = writable;
  }

  /** The file that H2 makes of the name it is given. */
  public static Path file(Path florDir) {
    return florDir.resolve("flor.mv.db");
  }

  static Db owner(Path florDir) throws SQLException {
    WriteMark mark = new WriteMark(florDir);
    mark.set();
    boolean ready = false;
    try {
      Connection connection =
          connect(florDir, OPTIONS + OWNERS + ";CACHE_SIZE=" + cacheSize(), "flor", "flor");
      connection.setAutoCommit(false);
      ready = true;
      return new Db(florDir, connection, mark, true);
    } finally {
      if (!ready) {
        mark.clear(); // a file that does not open is refused by name, not made again in silence
      }
    }
  }

  /** Opens a file that may not be written, with the questions of its owner. */
  static Db toRead(Path florDir) throws SQLException {
    Connection connection = connect(
        florDir,
        OPTIONS + OWNERS + ";CACHE_SIZE=" + cacheSize() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE",
        "flor",
        "flor");
    connection.setAutoCommit(false);
    return new Db(florDir, connection, new WriteMark(florDir), false);
  }

  /** An eighth of the memory that the program may take, within bounds. */
  private static long cacheSize() {
    long share = Runtime.getRuntime().maxMemory() / 8 / 1024;
    return Math.min(Math.max(share, LEAST_CACHE), MOST_CACHE);
  }

  /** Opens the file read only, as a user who is granted SELECT and nothing else. */
  public static Connection reader(Path florDir) throws SQLException {
    return connect(florDir, OPTIONS + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", "reader", "reader");
  }

  private static Connection connect(Path florDir, String options, String user, String password)
      throws SQLException {
    String path = florDir.resolve("flor").toString();
    if (path.indexOf(';') >= 0) { // H2 would take what follows for options; INIT= runs commands
      throw new StoreOpenException(
          "the database cannot be opened at a path with a semicolon: " + path,
          "set FLOR_HOME to a folder without one");
    }
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    return new Driver().connect("jdbc:h2:file:" + path + options, login);
  }

  /** What the mapper makes of each row, in the order of the query. */
  public <T> List<T> query(String sql, RowMapper<T> mapper, Object... args) {
    try (PreparedStatement statement = prepare(sql, args);
        ResultSet row = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(mapper.map(row));
      }
      return rows;
    } catch (SQLException e) {
      throw readFailed(e);
    }
  }

  /** What the mapper makes of the first row, if there is one. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... args) {
    return query(sql, mapper, args).stream().findFirst();
  }

  /** Whether the schema PUBLIC has a table of that name; a question to INFORMATION_SCHEMA would make that schema first. */
  boolean hasTable(String name) {
    try {
      SessionLocal session =
          (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      return session.getDatabase().getMainSchema().findTableOrView(session, name) != null;
    } catch (SQLException e) {
      throw readFailed(e);
    }
  }

  /** Changes rows, and gives how many. */
  public int update(String sql, Object... args) {
    try (PreparedStatement statement = prepare(sql, args)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw writeFailed(e);
    }
  }

  private PreparedStatement prepare(String sql, Object... args) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < args.length; i++) {
      statement.setObject(i + 1, args[i]);
    }
    return statement;
  }

  /** Does the work as one transaction: all of it is kept, or nothing. */
  public void transaction(Runnable work) {
    boolean done = false;
    written = true;
    try {
      work.run();
      connection.commit();
      done = true;
    } catch (SQLException e) {
      throw writeFailed(e);
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw writeFailed(e);
    }
  }

  /** Rows to come for one statement, sent {@code size} at a time. */
  public Batch batch(String sql, int size) {
    try {
      return new Batch(this, connection.prepareStatement(sql), size);
    } catch (SQLException e) {
      throw writeFailed(e);
    }
  }

  private StoreReadException readFailed(SQLException e) {
    return new StoreReadException(
        "reading " + file(florDir) + " failed: " + H2Message.of(e), H2Message.hint(e), e);
  }

  StoreWriteException writeFailed(SQLException e) {
    mark.keep();
    return new StoreWriteException(
        "writing " + file(florDir) + " failed: " + H2Message.of(e), H2Message.ROOM, e);
  }

  /** Lets go of a file that is to be deleted; what closing it says is added to the reason. */
  public void abandon(Throwable reason) {
    try {
      connection.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try {
      if (written) { // a closing H2 keeps a full disk to itself
        written = false;
        update("CHECKPOINT");
      }
      boolean slack = writable && Slack.isIn(connection);
      connection.close();
      if (slack) {
        Slack.takeOut(file(florDir));
      }
      if (writable) {
        mark.clear();
      }
    } catch (SQLException e) {
      throw writeFailed(e);
    }
  }
}
