package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A database that keeps logged values as rows, each filled in the way that is fastest for it. */
enum RowPeer {
  /** Its appender. */
  DUCKDB("DuckDB appender", "jdbc:duckdb:%s/peer.duckdb"),
  /** Write-ahead log, 100,000 rows a transaction. */
  SQLITE("SQLite WAL", "jdbc:sqlite:%s/peer.sqlite"),
  /** Batches of 1000, commits of 1000, no query results kept. */
  H2("H2 row inserts", "jdbc:h2:file:%s/peer;OPTIMIZE_REUSE_RESULTS=FALSE");

  private static final String TABLE =
      "CREATE TABLE log (run INTEGER, name VARCHAR(20), epoch INTEGER, step INTEGER, number DOUBLE PRECISION)";

  final String title;
  private final String url;

  RowPeer(String title, String url) {
    this.title = title;
    this.url = url;
  }

  Connection connect(Path folder) throws SQLException {
    return DriverManager.getConnection(url.formatted(folder));
  }

  void fill(Path folder, LoggedHistory history) throws Exception {
    try (Connection connection = connect(folder);
        Statement statement = connection.createStatement()) {
      if (this == SQLITE) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=NORMAL");
      }
      statement.execute(TABLE);
      if (this == DUCKDB) {
        append(connection, history);
      } else {
        insert(connection, history);
      }
    }
  }

  private static void append(Connection connection, LoggedHistory history) throws Exception {
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", "log")) {
      history.tell((run, name, epoch, step, value) -> {
        appender.beginRow();
        appender.append(run);
        appender.append(LoggedHistory.NAMES.get(name));
        appender.append(epoch);
        appender.append(step);
        appender.append(value);
        appender.endRow();
      });
    }
  }

  private void insert(Connection connection, LoggedHistory history) throws Exception {
    connection.setAutoCommit(false);
    int every = this == SQLITE ? 100_000 : 1000;
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO log VALUES (?, ?, ?, ?, ?)")) {
      long[] waiting = new long[1];
      history.tell((run, name, epoch, step, value) -> {
        insert.setInt(1, run);
        insert.setString(2, LoggedHistory.NAMES.get(name));
        insert.setInt(3, epoch);
        insert.setInt(4, step);
        insert.setDouble(5, value);
        insert.addBatch();
        if (++waiting[0] % 1000 == 0) {
          insert.executeBatch();
        }
        if (waiting[0] % every == 0) {
          connection.commit();
        }
      });
      insert.executeBatch();
      connection.commit();
    }
  }

  /** Reads the pivot, in whatever order it comes; gives rows and a sum of all cells. */
  static double pivot(Connection connection, String where) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT run, epoch, step");
    for (String name : LoggedHistory.NAMES) {
      sql.append(", MAX(CASE WHEN name = '").append(name).append("' THEN number END)");
    }
    sql.append(" FROM log ").append(where).append(" GROUP BY run, epoch, step");
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.toString())) {
      return sum(rows, row -> row.getInt(1), 2);
    }
  }

  /** How the cell that names a run is read; a peer has a number there, flor a text. */
  interface RunCell {
    int read(ResultSet rows) throws SQLException;
  }

  /** Reads all cells of all rows: the run, from {@code first} on epoch and step, then what was logged; gives a sum of them. */
  static double sum(ResultSet rows, RunCell run, int first) throws SQLException {
    double sum = 0;
    while (rows.next()) {
      sum += 1 + run.read(rows) + rows.getLong(first) + rows.getLong(first + 1);
      for (int name = 0; name < LoggedHistory.NAMES.size(); name++) {
        sum += rows.getDouble(first + 2 + name);
      }
    }
    return sum;
  }

  static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
