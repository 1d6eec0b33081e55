package dev.flor;

import dev.flor.journal.JournalWriter;
import dev.flor.snapshot.SourceSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Records the version of a run beside the program's start. Later runs of the same process execute
 * the code that the first one did, and share its snapshot.
 */
final class VersionRecorder implements Runnable, Consumer<String> {
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long AHEAD_MILLIS = 1_000;
  private static final AtomicReference<String> OF_THIS_PROCESS = new AtomicReference<>();

  private final JournalWriter journal;
  private final SourceSnapshot snapshot;
  private final String runId;
  private final long epochSecond;
  private final Optional<Thread> ahead;
  private final Thread thread;
  private volatile boolean cut;
  private volatile String commit;

  private VersionRecorder(
      JournalWriter journal, Path project, Path directory, String runId, Optional<Thread> ahead) {
    this.journal = journal;
    this.runId = runId;
    this.ahead = ahead;
    this.snapshot = new SourceSnapshot(project, directory, this);
    this.epochSecond = Instant.now().getEpochSecond();
    thread = new Thread(this, "flor-snapshot");
    thread.setDaemon(true);
  }

  /** Starts recording, or says why the run has no version. */
  static Optional<VersionRecorder> start(
      JournalWriter journal, Path runDirectory, String runId, Optional<Thread> ahead) {
    Optional<Path> project = Settings.project(Settings.workingDirectory());
    if (!Settings.snapshot()) {
      return Optional.empty();
    }
    if (project.isEmpty()) {
      without(journal, "not inside a git repository");
      return Optional.empty();
    }
    VersionRecorder recorder =
        new VersionRecorder(journal, project.get(), runDirectory, runId, ahead);
    recorder.thread.start();
    return Optional.of(recorder);
  }

  /** Waits for the snapshot, but not for ever: the program wants to end. */
  void await() {
    join(PATIENCE_MILLIS);
    if (thread.isAlive()) {
      cut = true;
      snapshot.stop();
      without(journal, "the snapshot took longer than the program and 10 s more");
    }
  }

  /** The commit, waited for; empty if there is none. */
  Optional<String> commit() {
    join(PATIENCE_MILLIS);
    return Optional.ofNullable(commit);
  }

  /** Takes the snapshot. */
  @Override
  public void run() {
    try {
      if (ahead.isPresent()) {
        ahead.get().join(AHEAD_MILLIS);
      }
      String shared = OF_THIS_PROCESS.get();
      if (shared == null) {
        shared = snapshot.take(runId, epochSecond);
        OF_THIS_PROCESS.compareAndSet(null, shared);
      } else {
        snapshot.keep(shared, runId);
      }
      commit = shared;
      journal.version(shared);
    } catch (IOException | RuntimeException e) {
      if (!cut) {
        without(journal, e.getMessage());
      }
    } catch (InterruptedException e) {
      without(journal, "the snapshot was interrupted");
    }
  }

  /** What the snapshot lacks. */
  @Override
  public void accept(String what) {
    tell(journal, what);
  }

  private void join(long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void without(JournalWriter journal, String why) {
    tell(journal, "this run is recorded without a version: " + why);
  }

  private static void tell(JournalWriter journal, String message) {
    journal.fault(message);
    Notices.say(message);
  }
}
