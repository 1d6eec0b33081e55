package dev.flor.store.ingest;

import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.RunInfo;
import dev.flor.journal.Value;
import dev.flor.store.db.Db;
import dev.flor.store.db.Typed;
import dev.flor.store.packed.Asides;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rows of the new part of one journal. */
final class SliceWriter implements JournalVisitor, AutoCloseable {
  private static final String NAME = "MERGE INTO name KEY (name) VALUES (?)";

  private final Db db;
  private final String run;
  private final String project;
  private final JournalState before;
  private final LoopWriter loops;
  private final TurnWriter turns;
  private final ValueWriter values;
  private boolean versionCameLate;
  private String source;
  private long logged;
  private long faults;
  private Optional<String> ended;

  SliceWriter(Db db, String run, String project, JournalState before) {
    this.db = db;
    this.run = run;
    this.project = project;
    this.before = before;
    this.logged = before.logged();
    this.faults = before.faults();
    this.ended = before.ended();
    this.source = db.first("SELECT source FROM run WHERE id = ?", row -> row.getString(1), run)
        .orElse("recorded");
    Asides asides = new Asides(db, run);
    this.loops = new LoopWriter(db, run);
    this.turns = new TurnWriter(db, run, loops, asides);
    this.values = new ValueWriter(db, run, asides, before.logged() == 0);
  }

  @Override
  public void runStarted(RunInfo info) {
    source = info.replayed() ? "replayed" : "recorded";
    // At a replay HEAD is where the user stands today; what ran is the version alone.
    Optional<String> head = info.replayed() ? Optional.empty() : info.head();
    db.update(
        "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run,
        project,
        source,
        info.replayOf().orElse(null),
        info.version().orElse(null),
        head.orElse(null),
        info.program(),
        info.host(),
        info.jdk(),
        info.pid(),
        null,
        OffsetDateTime.ofInstant(info.started(), ZoneOffset.UTC),
        null,
        "running",
        0L,
        info.replayed() ? ReplayRows.verdict(db, run).orElse(null) : null);
    info.version().ifPresent(this::known);
    head.ifPresent(this::known);
  }

  private void known(String version) {
    db.update("MERGE INTO version (id) KEY (id) VALUES (?)", version);
  }

  @Override
  public void version(String commit) {
    known(commit);
    versionCameLate = before.logged() > 0;
    db.update("UPDATE run SET version = ? WHERE id = ?", commit, run);
  }

  @Override
  public void arg(String name, Value value) {
    Typed typed = Typed.of(value);
    db.update(NAME, name);
    db.update(
        "MERGE INTO arg KEY (run, name) VALUES (?, ?, ?, ?, ?, ?, ?)",
        run,
        name,
        typed.type(),
        typed.number(),
        typed.whole(),
        typed.text(),
        typed.longText());
  }

  @Override
  public void loopStarted(int loop, int context, String name, int ordinal, long total) {
    loops.begin(loop, context, turns.pathOf(context), name, ordinal, total);
  }

  @Override
  public void loopEnded(int loop, boolean skipped, long nanos) {
    loops.end(loop, skipped, nanos);
  }

  @Override
  public void iterationStarted(int context, int loop, long index, Value value) {
    turns.begin(context, loop, index, value);
  }

  @Override
  public void iterationEnded(int context, long nanos) {
    turns.end(context, nanos);
  }

  @Override
  public void value(int context, String name, int ordinal, Value value) {
    values.add(context, name, ordinal, logged++, value, turns.pathOf(context));
  }

  @Override
  public void checkpoint(CheckpointInfo info) {
    db.update(
        "MERGE INTO checkpoint KEY (run, place, id) VALUES (?, ?, ?, ?, ?, ?)",
        run,
        info.at().name(),
        info.id(),
        info.digest(),
        info.bytes(),
        info.materialiseNanos());
  }

  @Override
  public void fault(String message) {
    db.update("INSERT INTO fault VALUES (?, ?, ?)", run, faults++, message);
  }

  @Override
  public void ending(Instant at, int threads) {
    db.update(
        "UPDATE run SET ended = ?, threads = ? WHERE id = ?",
        OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
        threads,
        run);
  }

  @Override
  public void runEnded(String status) {
    ended = Optional.of(status);
  }

  /** Writes what is still kept and what changed about the run; gives what the store has now. */
  JournalState finish(long position, String stamp, Optional<String> problem, boolean alive) {
    loops.finish();
    turns.finish();
    List<String> fresh = values.finish(source);
    String status = ended.orElse(alive ? "running" : "crashed");
    db.update("UPDATE run SET status = ?, logged = ? WHERE id = ?", status, logged, run);
    fresh.forEach(name -> db.update(NAME, name));
    db.first(
            "SELECT version FROM run WHERE id = ? AND version IS NOT NULL",
            row -> row.getString(1),
            run)
        .ifPresent(version -> noteStatements(version, fresh));
    return new JournalState(position, stamp, ended, logged, faults, problem);
  }

  private void noteStatements(String version, List<String> fresh) {
    List<String> names = new ArrayList<>(fresh);
    if (versionCameLate) {
      names.addAll(
          db.query("SELECT name FROM packed.series WHERE run = ?", row -> row.getString(1), run));
    }
    for (String name : names) {
      db.update(
          "MERGE INTO packed.logged_name KEY (version, name, source) VALUES (?, ?, ?)",
          version,
          name,
          source);
    }
  }

  long newValues() {
    return logged - before.logged();
  }

  @Override
  public void close() {
    values.close();
    turns.close();
    loops.close();
  }
}
