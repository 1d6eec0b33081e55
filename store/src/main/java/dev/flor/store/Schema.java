package dev.flor.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The numbered SQL files that make the tables, and which of them a database has had. */
final class Schema {
  static final int NUMBER = 2;

  private Schema() {}

  /** The schema a database is at; 0 when it has none, or when its making was interrupted. */
  static int number(Db db) {
    boolean made = db.first(
            "SELECT 1 FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                + " AND table_name = 'SCHEMA_VERSION'",
            row -> true)
        .isPresent();
    Optional<Integer> number = made
        ? db.first("SELECT MAX(number) FROM schema_version", row -> row.getInt(1))
        : Optional.empty();
    return number.orElse(0);
  }

  /** Brings an empty or older database up to date; each file ends by noting its number. */
  static void upgrade(Db db, Path florDir) {
    for (int next = number(db) + 1; next <= NUMBER; next++) {
      for (String statement : file(next).split(";\\s*\n", -1)) {
        if (!statement.isBlank()) {
          db.update(statement);
        }
      }
    }
    db.transaction(() -> {
      Path root = Optional.ofNullable(florDir.getParent()).orElse(florDir);
      String id = String.valueOf(root.getFileName());
      db.update("MERGE INTO project KEY (id) VALUES (?, ?)", id, root.toString());
    });
  }

  private static String file(int number) {
    try (InputStream in = Schema.class.getResourceAsStream("schema/" + number + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("schema " + number + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
