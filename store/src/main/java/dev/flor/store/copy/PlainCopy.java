package dev.flor.store.copy;

import dev.flor.store.db.Damage;
import dev.flor.store.db.Db;
import dev.flor.store.db.H2Message;
import dev.flor.store.db.Views;
import dev.flor.store.model.StoreOpenException;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.StoreWriteException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.Driver;

/**
 * Everything in a database of its own, whatever is beneath the tables and views here: there they are
 * plain tables of plain rows, which any H2 opens without a class of flor's.
 */
public final class PlainCopy {
  /** Kept for flor's own use. */
  private static final Set<String> NOT_COPIED = Set.of("JOURNAL", "REPLAY_FILE", "SCHEMA_VERSION");

  private static final String ENDING = ".mv.db";
  private static final int MOST_LINKS = 40; // as Linux has it
  private static final int BATCH = 10_000;
  private static final int FETCH = 10_000;

  private PlainCopy() {}

  /** Writes it, and gives how many rows there are. */
  public static long write(Path florDir, Path file) {
    String name = file.getFileName().toString();
    String base = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    Path named = file.resolveSibling(base + ENDING).toAbsolutePath();
    try {
      Path target = led(named);
      Files.createDirectories(target.getParent());
      Path aside = target.resolveSibling(base + ".part" + ENDING);
      Files.deleteIfExists(aside);
      long rows = write(florDir, target.resolveSibling(base + ".part").toString());
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException e) {
      throw new StoreWriteException(
          "writing " + named + " failed: " + e.getMessage(),
          "see that the folder may be written",
          e);
    }
  }

  /** Where a symbolic link leads: it stays, and what is there is replaced. */
  private static Path led(Path file) throws IOException {
    Path at = file;
    for (int links = 0; Files.isSymbolicLink(at) && links < MOST_LINKS; links++) {
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  private static long write(Path florDir, String path) throws IOException {
    if (path.indexOf(';') >= 0) { // H2 would take what follows for options
      throw new StoreOpenException(
          "a database cannot be written to a path with a semicolon: " + path, "choose another");
    }
    try (Connection from = Db.reader(florDir)) {
      from.setAutoCommit(false); // else rows are not fetched in portions
      long rows = 0;
      try (Connection to = created(path)) {
        for (String relation : relations(from)) {
          rows += copy(from, to, relation);
        }
        run(to, indexes());
        for (String view : Views.H2.statements()) {
          run(to, view);
        }
        to.commit();
        run(to, "SHUTDOWN COMPACT");
      }
      return rows;
    } catch (SQLException e) {
      if (Damage.isOfTheFile(e)) {
        throw new StoreReadException(
            "reading the database failed: " + H2Message.of(e), H2Message.REBUILD, e);
      }
      throw new StoreWriteException(
          "writing " + path + ENDING + " failed: " + H2Message.of(e), H2Message.ROOM, e);
    }
  }

  private static Connection created(String path) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", "sa");
    login.setProperty("password", "");
    Connection to = new Driver()
        .connect(
            "jdbc:h2:file:" + path
                + ";DB_CLOSE_ON_EXIT=FALSE;NON_KEYWORDS=VALUE;TRACE_LEVEL_FILE=0",
            login);
    to.setAutoCommit(false);
    return to;
  }

  /** What a reader sees; what is packed into bytes shows as the rows of a view beside it. */
  private static List<String> relations(Connection from) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> madeAgain = Views.names();
    try (Statement statement = from.createStatement();
        ResultSet row = statement.executeQuery("SELECT table_name FROM information_schema.tables t"
            + " WHERE table_schema = 'PUBLIC' AND NOT EXISTS (SELECT 1 FROM"
            + " information_schema.columns c WHERE c.table_schema = 'PUBLIC'"
            + " AND c.table_name = t.table_name AND c.data_type LIKE 'BINARY%')"
            + " ORDER BY table_name")) {
      while (row.next()) {
        if (!NOT_COPIED.contains(row.getString(1)) && !madeAgain.contains(row.getString(1))) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  private static long copy(Connection from, Connection to, String relation) throws SQLException {
    String name = '"' + relation + '"';
    try (Statement statement = from.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM " + name)) {
        ResultSetMetaData columns = rows.getMetaData();
        run(to, "CREATE TABLE " + name + " (" + declared(columns) + ")");
        return copy(rows, columns.getColumnCount(), to, name);
      }
    }
  }

  private static String declared(ResultSetMetaData columns) throws SQLException {
    List<String> declared = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      declared.add('"' + columns.getColumnName(i) + "\" " + type(columns, i));
    }
    return String.join(", ", declared);
  }

  private static String type(ResultSetMetaData columns, int i) throws SQLException {
    return switch (JDBCType.valueOf(columns.getColumnType(i))) {
      case INTEGER -> "INTEGER";
      case BIGINT -> "BIGINT";
      case BOOLEAN -> "BOOLEAN";
      case DOUBLE -> "DOUBLE PRECISION";
      case CLOB -> "CHARACTER LARGE OBJECT";
      case ARRAY -> "VARCHAR ARRAY";
      case TIMESTAMP_WITH_TIMEZONE -> "TIMESTAMP(" + columns.getScale(i) + ") WITH TIME ZONE";
      default -> "VARCHAR";
    };
  }

  private static long copy(ResultSet rows, int columns, Connection to, String name)
      throws SQLException {
    String places =
        java.util.Collections.nCopies(columns, "?").stream().collect(Collectors.joining(", "));
    long count = 0;
    try (PreparedStatement insert =
        to.prepareStatement("INSERT INTO " + name + " VALUES (" + places + ")")) {
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          insert.setObject(i, rows.getObject(i));
        }
        insert.addBatch();
        count++;
        if (count % BATCH == 0) {
          insert.executeBatch();
          to.commit();
        }
      }
      insert.executeBatch();
    }
    return count;
  }

  private static void run(Connection to, String sql) throws SQLException {
    try (Statement statement = to.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String indexes() throws IOException {
    try (InputStream in = PlainCopy.class.getResourceAsStream("plain.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
