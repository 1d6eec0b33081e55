package dev.flor.store.ingest;

import dev.flor.store.db.Db;
import dev.flor.store.model.Ingested;
import dev.flor.store.model.PlacementRow;
import dev.flor.store.model.ReplayRecord;
import dev.flor.store.model.StoreReadException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the rows of verdicts as their files say. */
final class ReplayRows {
  private final Db db;
  private final ReplayFiles files;

  ReplayRows(Db db, ReplayFiles files) {
    this.db = db;
    this.files = files;
  }

  /** Reads the files that are new or changed, and drops the rows of those that are gone. */
  void refresh(List<Ingested.Problem> problems) {
    Map<String, String> known = new LinkedHashMap<>();
    db.query(
        "SELECT id, stamp FROM replay_file", row -> known.put(row.getString(1), row.getString(2)));
    for (String key : files.keys()) {
      String stamp = Ingest.stamp(files.file(key));
      if (!stamp.equals(known.remove(key))) {
        readAgain(key, stamp, problems);
      }
    }
    known.keySet().forEach(gone -> db.transaction(() -> delete(gone)));
  }

  private void readAgain(String key, String stamp, List<Ingested.Problem> problems) {
    try {
      ReplayRecord record = files.read(key);
      db.transaction(() -> put(key, stamp, record));
    } catch (StoreReadException e) {
      problems.add(new Ingested.Problem(key, e.getMessage()));
    }
  }

  /** What the record of a replay says of a run that is taken in after it, if one speaks of it. */
  static Optional<String> verdict(Db db, String run) {
    return db.first(
            "SELECT outcome, compared FROM replay WHERE ARRAY_CONTAINS(runs, ?) ORDER BY id",
            row -> verdict(row.getString(1), row.getLong(2)),
            run)
        .flatMap(word -> word);
  }

  private static Optional<String> verdict(String outcome, long compared) {
    return switch (outcome) {
      case "replayed" -> Optional.of(compared > 0 ? "verified" : "unverified");
      case "diverged" -> Optional.of("diverged");
      default -> Optional.empty();
    };
  }

  /** The runs that an earlier record of this key speaks of are without a verdict from now on. */
  private void forget(String key) {
    db.query(
            "SELECT runs FROM replay WHERE id = ?",
            row -> (Object[]) row.getArray(1).getArray(),
            key)
        .forEach(runs -> List.of(runs)
            .forEach(run -> db.update("UPDATE run SET verdict = NULL WHERE id = ?", run)));
  }

  private void delete(String key) {
    forget(key);
    db.update("DELETE FROM replay WHERE id = ?", key);
    db.update("DELETE FROM placement WHERE replay = ?", key);
    db.update("DELETE FROM replay_file WHERE id = ?", key);
  }

  void put(String key, String stamp, ReplayRecord record) {
    forget(key);
    db.update("MERGE INTO replay_file KEY (id) VALUES (?, ?)", key, stamp);
    db.update("MERGE INTO version (id) KEY (id) VALUES (?)", record.version());
    db.update(
        "MERGE INTO replay KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key,
        record.version(),
        record.baseRun().orElse(null),
        record.names().toArray(),
        record.outcome(),
        record.reason().orElse(null),
        record.location().orElse(null),
        record.detail(),
        record.replayRuns().toArray(),
        record.compared(),
        record.differing(),
        record.log().orElse(null));
    putPlacements(key, record.placements());
    String verdict = verdict(record.outcome(), record.compared()).orElse(null);
    record
        .replayRuns()
        .forEach(run -> db.update("UPDATE run SET verdict = ? WHERE id = ?", verdict, run));
  }

  private void putPlacements(String key, List<PlacementRow> placements) {
    db.update("DELETE FROM placement WHERE replay = ?", key);
    int number = 0;
    for (PlacementRow placement : placements) {
      db.update(
          "INSERT INTO placement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          key,
          number++,
          placement.name(),
          placement.file(),
          placement.line(),
          placement.outcome(),
          placement.targetFile(),
          placement.targetLine(),
          placement.reason().orElse(null),
          placement.detail());
    }
  }
}
