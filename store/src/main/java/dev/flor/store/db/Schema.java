package dev.flor.store.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The tables, and the number of the schema a database was made with. */
final class Schema {
  static final int NUMBER = 4;

  private Schema() {}

  /** The schema a database is of; 0 when it has none, that is when its making was interrupted. */
  static int number(Db db) {
    return db.hasTable("SCHEMA_VERSION")
        ? db.first("SELECT MAX(number) FROM schema_version", row -> row.getInt(1))
            .orElse(0)
        : 0;
  }

  /** Makes the tables of an empty database; its number comes last. */
  static void make(Db db, Path florDir) {
    for (String statement : file().split(";\\s*\n", -1)) {
      if (!statement.isBlank()) {
        db.update(statement);
      }
    }
    Views.H2.statements().forEach(db::update);
    db.transaction(() -> {
      Path root = Optional.ofNullable(florDir.getParent()).orElse(florDir);
      String id = String.valueOf(root.getFileName());
      db.update("MERGE INTO project KEY (id) VALUES (?, ?)", id, root.toString());
      db.update("INSERT INTO schema_version VALUES (?)", NUMBER);
    });
  }

  private static String file() {
    try (InputStream in = Schema.class.getResourceAsStream("schema.sql")) {
      if (in == null) {
        throw new IllegalStateException("the schema is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
