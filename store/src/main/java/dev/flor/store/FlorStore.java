package dev.flor.store;

import dev.flor.journal.FlorDirectory;
import dev.flor.store.copy.PlainCopy;
import dev.flor.store.db.Damage;
import dev.flor.store.db.Database;
import dev.flor.store.db.Db;
import dev.flor.store.db.H2Message;
import dev.flor.store.db.Runs;
import dev.flor.store.frame.Pivot;
import dev.flor.store.ingest.Ingest;
import dev.flor.store.ingest.ReplayFiles;
import dev.flor.store.ingest.VersionFiles;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.Ingested;
import dev.flor.store.model.QueryLimits;
import dev.flor.store.model.ReplayRecord;
import dev.flor.store.model.Rows;
import dev.flor.store.model.RunRow;
import dev.flor.store.model.StoreOpenException;
import dev.flor.store.model.StoreReadException;
import dev.flor.store.model.StoreWriteException;
import dev.flor.store.model.VersionFacts;
import dev.flor.store.model.View;
import dev.flor.store.sql.ReadOnlyQuery;
import dev.flor.store.sql.StreamedQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The database of one project. From {@link #open} to {@link #close} it is this process's alone;
 * others wait, so keep it open no longer than a question takes, and not twice in one thread.
 */
public final class FlorStore implements AutoCloseable {
  private final Path florDir;
  private final StoreLock lock;
  private final ReplayFiles replayFiles;
  private final Consumer<String> notice;
  private final boolean writable;
  private Optional<Db> open = Optional.empty();

  private FlorStore(Path florDir, StoreLock lock, Consumer<String> notice, boolean writable) {
    this.florDir = florDir;
    this.lock = lock;
    this.writable = writable;
    this.notice = notice;
    this.replayFiles = new ReplayFiles(florDir);
  }

  /**
   * Opens the store of a {@code .flor} folder, making it if need be, in silence. After the death of a
   * writer it is empty until the next {@link #ingest}.
   */
  public static FlorStore open(Path florDir) {
    return open(florDir, notice -> {});
  }

  /**
   * Opens the store; says through {@code notice} when it has to wait for another process, and, here or
   * later, when the database turns out to be broken and is made again. In a folder that may not be written
   * it answers with what the database has, and says so.
   */
  public static FlorStore open(Path florDir, Consumer<String> notice) {
    return opened(locked(florDir, notice));
  }

  /**
   * Throws the database of a {@code .flor} folder away, readable or not, and makes it again from
   * journals and records.
   */
  public static Ingested rebuild(Path florDir, Consumer<String> notice) {
    FlorStore store = locked(florDir, notice);
    try (store) {
      return store.rebuild();
    }
  }

  /**
   * The same, and does {@code work} while there is no database: what it takes from the journals is in
   * no row, whatever happens.
   */
  public static Ingested rebuild(Path florDir, Consumer<String> notice, Runnable work) {
    FlorStore store = locked(florDir, notice);
    try (store) {
      Database.delete(store.florDir);
      work.run();
      return store.rebuild();
    }
  }

  private static FlorStore locked(Path florDir, Consumer<String> notice) {
    Path dir = florDir.toAbsolutePath().normalize();
    try {
      if (Files.notExists(dir)) {
        FlorDirectory.made(dir);
      }
      if (Files.isWritable(dir) || Files.notExists(Db.file(dir))) {
        return new FlorStore(dir, StoreLock.take(dir, notice), notice, true);
      }
      notice.accept(dir + " may not be written: nothing new is taken in");
      return new FlorStore(dir, StoreLock.toRead(dir, notice), notice, false);
    } catch (IOException e) {
      throw new StoreOpenException(
          "the store in " + dir + " cannot be opened: " + e,
          "see that the folder may be written and that there is room on the disk;"
              + " or take a copy that may: FLOR_HOME=COPY flor ...",
          e);
    }
  }

  private static FlorStore opened(FlorStore store) {
    boolean ready = false;
    try {
      store.healing(store::db, store::db);
      ready = true;
      return store;
    } finally {
      if (!ready) {
        store.close();
      }
    }
  }

  private Db db() {
    if (open.isEmpty()) {
      open = Optional.of(writable ? Database.open(florDir) : Database.openToRead(florDir));
    }
    return open.get();
  }

  private boolean closeDb() {
    open.ifPresent(Db::close);
    open = Optional.empty();
    return true;
  }

  /**
   * Does the work. If the database proves to be broken, it is deleted and the work is done again,
   * once: a new one has nothing but what the journals and records say.
   */
  private <T> T healing(Supplier<T> work, Supplier<T> again) {
    try {
      return work.get();
    } catch (StoreOpenException | StoreReadException | StoreWriteException e) {
      if (!writable || !Damage.isBehind(e)) {
        throw e;
      }
      notice.accept(
          "the database is broken and is made again from the journals: " + e.getMessage());
      open.ifPresent(db -> db.abandon(e));
      open = Optional.empty();
      Database.delete(florDir);
      return again.get();
    }
  }

  private <T> T asked(Supplier<T> question) {
    return healing(question, () -> {
      takeIn();
      return question.get();
    });
  }

  private Ingested takeIn() {
    return writable ? new Ingest(db(), florDir).all() : new Ingested(0, 0, List.of(), List.of());
  }

  /** Takes in what the journals and replay records hold that the store has not got yet; nothing where the folder may not be written. */
  public Ingested ingest() {
    return healing(this::takeIn, this::takeIn);
  }

  /** Throws the database away and makes it again from journals and records. */
  public Ingested rebuild() {
    closeDb();
    Database.delete(florDir);
    return ingest();
  }

  /** All runs by id, that is by start. */
  public List<RunRow> runs() {
    return asked(() -> Runs.all(db()));
  }

  /** Keeps a verdict, first as a file, then as rows; an older one of the same key is replaced. */
  public void save(ReplayRecord record) {
    replayFiles.write(record);
    String stamp = Ingest.stamp(replayFiles.file(record.key()));
    put(into -> into.put(record, stamp));
  }

  private void put(Consumer<Ingest> work) {
    healing(
        () -> {
          work.accept(new Ingest(db(), florDir));
          return new Ingested(0, 0, List.of(), List.of());
        },
        this::takeIn);
  }

  /** Keeps a verdict as a file only, without opening the database; the next ingest makes the rows. */
  public static void keep(Path florDir, ReplayRecord record) {
    new ReplayFiles(florDir).write(record);
  }

  /** The verdict of that key. */
  public Optional<ReplayRecord> findReplay(String key) {
    return replayFiles.find(key);
  }

  /** The verdict of that key, without opening the database: it is a file, there whole or not at all. */
  public static Optional<ReplayRecord> findReplay(Path florDir, String key) {
    return new ReplayFiles(florDir).find(key);
  }

  /** All verdicts by key. */
  public List<ReplayRecord> replays() {
    return replayFiles.keys().stream().map(replayFiles::read).toList();
  }

  /** The versions of which nothing but the id is known, sorted; none where nothing could be kept of them. */
  public List<String> undescribed() {
    return writable ? asked(() -> new Ingest(db(), florDir).undescribed()) : List.of();
  }

  /** Keeps what is known of a version, first as a file, then as rows. */
  public void describe(VersionFacts facts) {
    new VersionFiles(florDir).write(facts);
    put(into -> into.put(facts));
  }

  /** The names some run has logged or taken as an arg, sorted. */
  public List<String> names() {
    return asked(() -> Pivot.names(db()));
  }

  /** The pivot: one row per deepest context in which one of the names was logged. */
  public View dataframe(Dataframe question) {
    return asked(() -> Pivot.view(db(), question));
  }

  /**
   * The pivot as JDBC shows rows: those logged until now, with the same columns as {@link
   * #dataframe(Dataframe)}. Its rows are made while they are read, so read them before the store is closed.
   */
  public ResultSet dataframe(String... names) {
    return result(Dataframe.of(names));
  }

  /** The rows of {@link #dataframe(Dataframe)} as JDBC shows them; read them before the store is closed. */
  public ResultSet result(Dataframe question) {
    ingest();
    return asked(() -> Pivot.result(db(), question));
  }

  /**
   * The rows of {@link #dataframe(Dataframe)}, made while they are read: one group of runs at a time is in memory, packed
   * where its names were logged side by side. Read them before the store is asked something else or closed.
   */
  public Rows rows(Dataframe question) {
    return asked(() -> Pivot.rows(db(), question));
  }

  /**
   * The rows of {@link #query(String)}, made while they are read, but for what H2 has to have all of: what it sorts or
   * groups. Close them before the store is asked something else or closed.
   */
  public Rows rows(String sql) {
    return asked(() -> {
      db();
      closeDb();
      return StreamedQuery.open(florDir, sql);
    });
  }

  /** The rows of one SQL query, by a user who can only read, on a connection that cannot write. */
  public View query(String sql) {
    return query(sql, QueryLimits.NONE);
  }

  /** The same, refused when it takes more than it may. */
  public View query(String sql, QueryLimits limits) {
    return asked(() -> {
      db();
      closeDb();
      return ReadOnlyQuery.run(florDir, sql, limits);
    });
  }

  /**
   * Writes everything to an H2 database of plain rows, {@code FILE.mv.db}, which any H2 client opens
   * (user {@code sa}, no password); gives how many rows there are.
   */
  public long copyTo(Path file) {
    return asked(() -> {
      db();
      closeDb();
      return PlainCopy.write(florDir, file);
    });
  }

  /** Lets what is in this package read the tables and views, on a connection that cannot write. */
  <T> T readBy(Function<Connection, T> reading) {
    return asked(() -> {
      db();
      closeDb();
      try (Connection reader = Db.reader(florDir)) {
        return reading.apply(reader);
      } catch (SQLException e) {
        throw new StoreOpenException(
            "opening " + Db.file(florDir) + " failed: " + H2Message.of(e), H2Message.REBUILD, e);
      }
    });
  }

  @Override
  public void close() {
    try {
      healing(this::closeDb, () -> true);
    } finally {
      lock.close();
    }
  }
}
