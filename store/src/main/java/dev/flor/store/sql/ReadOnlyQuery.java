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

  /** All rows of the query, or why it is refused; the file is opened for it, and nobody else has it open. */
  public static View run(Path florDir, String sql, QueryLimits limits) {
    SqlGate.check(sql);
    NoJavaObjects.refuse();
    try (Connection reader = Db.reader(florDir)) {
      return run(reader, sql, limits);
    } catch (SQLException e) {
      throw new StoreOpenException(
          "opening " + Db.file(florDir) + " failed: " + H2Message.of(e), H2Message.REBUILD, e);
    }
  }

  private static View run(Connection reader, String sql, QueryLimits limits) {
    try (PreparedStatement statement = reader.prepareStatement(sql)) {
      return new WithinLimits(limits).answer(statement);
    } catch (SQLException e) {
      if (Damage.isOfTheFile(e)) {
        throw new StoreReadException(
            "reading the database failed: " + H2Message.of(e), H2Message.REBUILD, e);
      }
      throw new WithinLimits(limits).refused(e, H2Message.of(e), HINT);
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
