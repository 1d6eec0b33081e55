package dev.flor.store.ingest;

import dev.flor.store.db.Db;
import dev.flor.store.model.Ingested;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.VersionFacts;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps the rows of versions as their files say. */
final class VersionRows {
  private final Db db;
  private final VersionFiles files;

  VersionRows(Db db, VersionFiles files) {
    this.db = db;
    this.files = files;
  }

  /** Reads the files that are new. */
  void refresh(List<Ingested.Problem> problems) {
    Set<String> known = new LinkedHashSet<>(
        db.query("SELECT id FROM version WHERE subject IS NOT NULL", row -> row.getString(1)));
    for (String id : files.ids()) {
      if (!known.contains(id)) {
        read(id, problems);
      }
    }
  }

  private void read(String id, List<Ingested.Problem> problems) {
    try {
      VersionFacts facts = files.read(id);
      db.transaction(() -> put(facts));
    } catch (StoreReadException e) {
      problems.add(new Ingested.Problem(id, e.getMessage()));
    }
  }

  void put(VersionFacts facts) {
    db.update(
        "MERGE INTO version KEY (id) VALUES (?, ?, ?, ?, ?)",
        facts.id(),
        facts.parents().toArray(),
        OffsetDateTime.ofInstant(facts.authored(), ZoneOffset.UTC),
        facts.author(),
        facts.subject());
    db.update("DELETE FROM packed.stood WHERE version = ?", facts.id());
    int number = 0;
    for (VersionFacts.Statement statement : facts.statements()) {
      db.update(
          "INSERT INTO packed.stood VALUES (?, ?, ?, ?, ?, ?)",
          facts.id(),
          number++,
          statement.name(),
          statement.file(),
          statement.line(),
          statement.text());
    }
  }

  /** The versions of which nothing but the id is known. */
  static List<String> undescribed(Db db) {
    return db.query(
        "SELECT id FROM version WHERE subject IS NULL ORDER BY id", row -> row.getString(1));
  }
}
