package dev.flor.store.sql;

import dev.flor.store.db.Damage;
import dev.flor.store.db.Db;
import dev.flor.store.db.H2Message;
import dev.flor.store.model.QueryLimits;
import dev.flor.store.model.QueryRefusedException;
import dev.flor.store.model.StoreOpenException;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Runs one query as the user who can only read, on a file that is opened read only. */
public final class ReadOnlyQuery {
  private static final String HINT = "docs/schema.md has the tables, columns and worked queries";

  private ReadOnlyQuery() {}

  /** Something that is asked of H2. */
  interface Asking<T> {
    T ask() throws SQLException;
  }

  /** All rows of the query, or why it is refused; the file is opened for it, and nobody else has it open. */
  public static View run(Path florDir, String sql, QueryLimits limits) {
    try (Connection reader = reader(florDir, sql)) {
      WithinLimits within = new WithinLimits(limits);
      return asked(within, () -> {
        try (PreparedStatement statement = reader.prepareStatement(sql)) {
          return within.answer(statement);
        }
      });
    } catch (SQLException e) {
      throw notOpened(florDir, e);
    }
  }

  /** A connection for this query, if it is one that may be asked. */
  static Connection reader(Path florDir, String sql) {
    SqlGate.check(sql);
    NoJavaObjects.refuse();
    try {
      return Db.reader(florDir);
    } catch (SQLException e) {
      throw notOpened(florDir, e);
    }
  }

  private static StoreOpenException notOpened(Path florDir, SQLException e) {
    return new StoreOpenException(
        "opening " + Db.file(florDir) + " failed: " + H2Message.of(e), H2Message.REBUILD, e);
  }

  /** The answer, or in flor's words why there is none. */
  static <T> T asked(WithinLimits within, Asking<T> asking) {
    try {
      return asking.ask();
    } catch (SQLException e) {
      if (Damage.isOfTheFile(e)) {
        throw new StoreReadException(
            "reading the database failed: " + H2Message.of(e), H2Message.REBUILD, e);
      }
      throw within.refused(e, H2Message.of(e), HINT);
    } catch (StackOverflowError e) {
      throw new QueryRefusedException(
          "the query is nested too deeply", "write it with fewer parts within parts", e);
    } catch (OutOfMemoryError e) {
      throw new QueryRefusedException(
          "what the query asks for does not fit into memory",
          "ask for less, with LIMIT or fewer columns; FLOR_JAVA_OPTS=-Xmx8g gives more memory",
          e);
    }
  }
}
