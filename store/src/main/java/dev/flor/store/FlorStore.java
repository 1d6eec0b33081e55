package dev.flor.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database of one project. From {@link #open} to {@link #close} it is this process's alone;
 * others wait, so keep it open no longer than a question takes.
 */
public final class FlorStore implements AutoCloseable {
  private FlorStore() {}

  /** Opens the store of a {@code .flor} folder, making it if need be, in silence. */
  public static FlorStore open(Path florDir) {
    return open(florDir, notice -> {});
  }

  /** Opens the store; says through {@code notice} when it has to wait for another process. */
  public static FlorStore open(Path florDir, Consumer<String> notice) {
    return unwritten();
  }

  /** Takes in what the journals and replay records hold that the store has not got yet. */
  public Ingested ingest() {
    return unwritten();
  }

  /** Throws the database of a {@code .flor} folder away and makes it again from journals and records. */
  public static Ingested rebuild(Path florDir, Consumer<String> notice) {
    return unwritten();
  }

  /** Throws the database away and makes it again from journals and records. */
  public Ingested rebuild() {
    return unwritten();
  }

  /** All runs by id, that is by start. */
  public List<RunRow> runs() {
    return unwritten();
  }

  /** Keeps a verdict, first as a file, then as rows; an older one of the same key is replaced. */
  public void save(ReplayRecord record) {
    unwritten();
  }

  /** The verdict of that key. */
  public Optional<ReplayRecord> findReplay(String key) {
    return unwritten();
  }

  /** All verdicts by key. */
  public List<ReplayRecord> replays() {
    return unwritten();
  }

  /** The names some run has logged or taken as an arg, sorted. */
  public List<String> names() {
    return unwritten();
  }

  /** The pivot: one row per deepest context in which one of the names was logged. */
  public View dataframe(Dataframe question) {
    return unwritten();
  }

  /** The rows of one SQL query, by a user who can only read. */
  public View query(String sql) {
    return unwritten();
  }

  @Override
  public void close() {}

  @SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
  private static <T> T unwritten() {
    throw new IllegalStateException("being written");
  }
}
