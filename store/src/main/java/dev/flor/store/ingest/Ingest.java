package dev.flor.store.ingest;

import dev.flor.FlorException;
import dev.flor.journal.JournalReader;
import dev.flor.journal.RunDirectory;
import dev.flor.store.db.Db;
import dev.flor.store.model.Ingested;
import dev.flor.store.model.ReplayRecord;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.StoreWriteException;
import dev.flor.store.model.VersionFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in the new part of every journal, each as one transaction, and the replay records. */
public final class Ingest {
  private final Db db;
  private final Path florDir;
  private final List<Ingested.Problem> problems = new ArrayList<>();
  private final List<String> crashed = new ArrayList<>();
  private int journals;
  private long values;

  /** Into this database, from the journals and files of that folder. */
  public Ingest(Db db, Path florDir) {
    this.db = db;
    this.florDir = florDir;
  }

  /** Takes in all that is new. */
  public Ingested all() {
    Map<String, JournalState> known = known();
    for (RunDirectory run : RunDirectory.all(florDir)) {
      JournalState state = known.getOrDefault(run.runId(), JournalState.NEW);
      if (state.ended().isEmpty()) {
        one(run, state);
      }
    }
    new ReplayRows(db, new ReplayFiles(florDir)).refresh(problems);
    new VersionRows(db, new VersionFiles(florDir)).refresh(problems);
    return new Ingested(journals, values, problems, crashed);
  }

  /** Keeps the rows of a verdict; {@code stamp} is that of its file, taken before. */
  public void put(ReplayRecord record, String stamp) {
    db.transaction(
        () -> new ReplayRows(db, new ReplayFiles(florDir)).put(record.key(), stamp, record));
  }

  /** Keeps the rows of what is known of a version. */
  public void put(VersionFacts facts) {
    db.transaction(() -> new VersionRows(db, new VersionFiles(florDir)).put(facts));
  }

  /** The versions of which nothing but the id is known, sorted. */
  public List<String> undescribed() {
    return VersionRows.undescribed(db);
  }

  private Map<String, JournalState> known() {
    Map<String, JournalState> known = new LinkedHashMap<>();
    db.query("SELECT run, position, stamp, ended, logged, faults, problem FROM journal", row -> {
      JournalState state = new JournalState(
          row.getLong(2),
          row.getString(3),
          Optional.ofNullable(row.getString(4)),
          row.getLong(5),
          row.getLong(6),
          Optional.ofNullable(row.getString(7)));
      return known.put(row.getString(1), state);
    });
    return known;
  }

  private void one(RunDirectory run, JournalState state) {
    try {
      boolean alive = run.alive(); // asked before reading: what a dead process wrote is all there
      String stamp = alive ? "alive" : stamp(run.journal());
      if (!alive && stamp.equals(state.stamp())) {
        sayAgain(run, state);
        return;
      }
      db.transaction(() -> slice(run, state, stamp, alive));
    } catch (StoreReadException | StoreWriteException e) {
      throw e;
    } catch (FlorException e) {
      problems.add(new Ingested.Problem(run.runId(), e.getMessage()));
    }
  }

  /** A torn end is said once; a journal of which nothing can be read is said every time. */
  private void sayAgain(RunDirectory run, JournalState state) {
    if (state.position() == 0) {
      state.problem().ifPresent(said -> problems.add(new Ingested.Problem(run.runId(), said)));
    }
  }

  private static Optional<String> problem(JournalReader.Result result) {
    if (result.torn()) {
      return Optional.of(result.message());
    }
    return result.nextOffset() == 0 ? Optional.of("its journal is empty") : Optional.empty();
  }

  private void slice(RunDirectory run, JournalState state, String stamp, boolean alive) {
    try (SliceWriter writer = new SliceWriter(db, run.runId(), project(), state)) {
      JournalReader.Result result = JournalReader.read(run.journal(), state.position(), writer);
      Optional<String> problem = alive ? Optional.empty() : problem(result);
      JournalState after =
          writer.finish(Math.max(result.nextOffset(), state.position()), stamp, problem, alive);
      save(run.runId(), after);
      problem.ifPresent(said -> problems.add(new Ingested.Problem(run.runId(), said)));
      if (!alive && after.ended().isEmpty() && after.position() > 0) {
        crashed.add(run.runId());
      }
      values += writer.newValues();
      journals += after.position() > state.position() ? 1 : 0;
    }
  }

  private String project() {
    return db.first("SELECT id FROM project", row -> row.getString(1)).orElse("");
  }

  private void save(String run, JournalState state) {
    db.update(
        "MERGE INTO journal KEY (run) VALUES (?, ?, ?, ?, ?, ?, ?)",
        run,
        state.position(),
        state.stamp(),
        state.ended().orElse(null),
        state.logged(),
        state.faults(),
        state.problem().orElse(null));
  }

  /** Size and time of a file: when both are as they were, so are its contents. */
  public static String stamp(Path file) {
    try {
      return Files.size(file) + ":"
          + Files.getLastModifiedTime(file).to(java.util.concurrent.TimeUnit.NANOSECONDS);
    } catch (IOException e) {
      throw new StoreReadException(
          "reading " + file + " failed: " + e, "check that you may read it", e);
    }
  }
}
