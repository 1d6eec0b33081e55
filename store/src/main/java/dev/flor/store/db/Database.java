package dev.flor.store.db;

import dev.flor.store.model.StoreOpenException;
import dev.flor.store.model.StoreWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The database file: opened with the tables of this flor, or refused. */
public final class Database {
  private Database() {}

  /** Opens it as its owner; one that is not there, of an older schema, or left by a writer that died is made, empty. */
  public static Db open(Path florDir) {
    if (new WriteMark(florDir).isLeft()) {
      delete(florDir);
    }
    boolean fresh = Files.notExists(Db.file(florDir));
    Db db = connect(florDir, Db::owner);
    boolean ready = false;
    try {
      ready = isReady(db, florDir, fresh);
    } finally {
      if (!ready) {
        db.close();
      }
    }
    if (ready) {
      return db;
    }
    delete(florDir); // of an older schema, or not made to its end: the journals hold all of it
    return open(florDir);
  }

  /**
   * Opens one in a folder that may not be written.
   *
   * @throws StoreOpenException where it would have to be made again
   */
  public static Db openToRead(Path florDir) {
    if (new WriteMark(florDir).isLeft()) {
      throw cannotBeMadeAgain(florDir, "was left by a writer that died");
    }
    Db db = connect(florDir, Db::toRead);
    boolean ready = false;
    try {
      ready = Schema.number(db) == Schema.NUMBER;
    } finally {
      if (!ready) {
        db.close();
      }
    }
    if (!ready) {
      throw cannotBeMadeAgain(florDir, "was made by another flor");
    }
    return db;
  }

  private static StoreOpenException cannotBeMadeAgain(Path florDir, String why) {
    return new StoreOpenException(
        Db.file(florDir) + " " + why + ", and cannot be made again: its folder may not be written",
        "take a copy that may: FLOR_HOME=COPY flor ...");
  }

  private static boolean isReady(Db db, Path florDir, boolean fresh) {
    int number = fresh ? 0 : Schema.number(db);
    if (number > Schema.NUMBER) {
      throw new StoreOpenException(
          Db.file(florDir) + " was made by a newer flor (schema " + number + "; this one knows "
              + Schema.NUMBER + ")",
          "use the newer flor, or make it again for this one with `flor store rebuild`");
    }
    if (number == Schema.NUMBER) {
      return true;
    }
    if (!fresh) {
      return false;
    }
    Schema.make(db, florDir);
    return true;
  }

  private interface Opening {
    Db open(Path florDir) throws SQLException;
  }

  private static Db connect(Path florDir, Opening way) {
    try {
      return way.open(florDir);
    } catch (SQLException e) {
      throw new StoreOpenException(
          "opening " + Db.file(florDir) + " failed: " + H2Message.of(e), H2Message.hint(e), e);
    } catch (IllegalStateException e) { // MVStore lets some of its own through
      throw new StoreOpenException(
          "opening " + Db.file(florDir) + " failed: it is damaged", H2Message.REBUILD, e);
    }
  }

  /** Throws it away; what it holds is in the journals and records. */
  public static void delete(Path florDir) {
    try {
      Files.deleteIfExists(Db.file(florDir));
      new WriteMark(florDir).clear();
    } catch (IOException e) {
      throw new StoreWriteException(
          "deleting " + Db.file(florDir) + " failed: " + e,
          "see that the folder may be written",
          e);
    }
  }
}
