package dev.flor.store.db;

import java.nio.file.Path;
import java.sql.SQLException;

/** Lets tests of other packages change a database behind the store's back. */
public final class OwnedDb {
  private OwnedDb() {}

  /** The database as its owner has it, whatever is in it. */
  public static Db open(Path florDir) throws SQLException {
    return Db.owner(florDir);
  }
}
