package dev.flor.store.packed;

import dev.flor.journal.Value;
import dev.flor.store.db.Db;
import java.util.function.LongFunction;

/** The texts of a run that are too long to be packed with other values: each a row of its own. */
public final class Asides {
  private static final int LONGEST_PACKED = 50_000;

  private final Db db;
  private final String run;
  private long next;

  /** Those of this run, to which more may come. */
  public Asides(Db db, String run) {
    this.db = db;
    this.run = run;
    this.next = db.first(
            "SELECT COUNT(*) FROM packed.aside WHERE run = ?", row -> row.getLong(1), run)
        .orElse(0L);
  }

  void add(TypedList list, Value value) {
    boolean isText = value.type() == Value.Type.STRING || value.type() == Value.Type.JSON;
    if (isText && value.text().length() > LONGEST_PACKED) {
      db.update("INSERT INTO packed.aside VALUES (?, ?, ?)", run, next, value.text());
      list.addAside(value, next++);
    } else {
      list.add(value);
    }
  }

  /** Reads the texts of a run that are kept aside. */
  public static LongFunction<String> of(Db db, String run) {
    return number -> db.first(
            "SELECT text FROM packed.aside WHERE run = ? AND number = ?",
            row -> row.getString(1),
            run,
            number)
        .orElseThrow(
            () -> new IllegalStateException("run " + run + " has no text " + number + " aside"));
  }
}
