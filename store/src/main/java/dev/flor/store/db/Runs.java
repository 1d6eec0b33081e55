package dev.flor.store.db;

import dev.flor.store.model.RunRow;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads the rows of runs. */
public final class Runs {
  private static final String ALL =
      "SELECT id, source, base, version, head, program, status, host, jdk, pid, started, logged, verdict"
          + " FROM run ORDER BY id";

  private Runs() {}

  /** All of them by id, that is by start. */
  public static List<RunRow> all(Db db) {
    return db.query(
        ALL,
        row -> new RunRow(
            row.getString(1),
            row.getString(2).equals("replayed"),
            Optional.ofNullable(row.getString(3)),
            Optional.ofNullable(row.getString(4)),
            Optional.ofNullable(row.getString(5)),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getLong(10),
            row.getObject(11, OffsetDateTime.class).toInstant(),
            row.getLong(12),
            Optional.ofNullable(row.getString(13))));
  }
}
