package dev.flor;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.checkpoint.Snapshot;
import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes checkpoints in the background: one at a time, and at most one more waits, so that memory
 * is bounded.
 */
final class Checkpoints {
  private static final int IN_MEMORY = 2;
  private static final long PATIENCE_SECONDS = 10;

  private final CheckpointFolder folder;
  private final JournalWriter journal;
  private final CheckpointPolicy policy;
  private final Semaphore slots = new Semaphore(IN_MEMORY);
  private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
      1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Checkpoints::daemon);
  private volatile boolean off;

  Checkpoints(Path folder, JournalWriter journal, boolean replaying) {
    this.folder = new CheckpointFolder(folder);
    this.journal = journal;
    this.policy = replaying
        ? CheckpointPolicy.NEVER
        : CheckpointPolicy.told(
            Settings.property("flor.checkpoint"), new RestoreRatio(folder).known(), this::say);
    worker.allowCoreThreadTimeOut(true);
  }

  /**
   * Whether to take a checkpoint now; if so, a slot is taken, which {@link #write} or {@link
   * #release} gives back.
   *
   * @param nanos what the turn or loop that ended took
   * @param bytes the size of the state, about
   */
  boolean due(String site, long nanos, long bytes) {
    if (off || !policy.due(site, nanos, bytes)) {
      return false;
    }
    if (policy.always()) {
      slots.acquireUninterruptibly();
    } else if (!slots.tryAcquire()) {
      return false;
    }
    policy.begun(site);
    return true;
  }

  void release() {
    slots.release();
  }

  /** Writes a snapshot some time later, and then tells the journal. */
  void write(Snapshot snapshot, String site, CheckpointInfo.At at, int id, long begun) {
    long onThread = System.nanoTime() - begun;
    worker.execute(() -> store(snapshot, site, at, id, onThread));
  }

  /** Waits for what is still to be written, within bounds. */
  void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        say("the last checkpoints were not written within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(Snapshot snapshot, String site, CheckpointInfo.At at, int id, long onThread) {
    long begun = System.nanoTime();
    try {
      String digest = folder.write(snapshot);
      long nanos = onThread + System.nanoTime() - begun;
      policy.materialised(site, nanos);
      journal.checkpoint(new CheckpointInfo(at, id, digest, snapshot.length(), nanos));
    } catch (IOException | RuntimeException e) {
      if (!off) {
        off = true; // what was already on its way fails for the same reason
        say("checkpointing is off: " + Notices.of(e));
      }
    } finally {
      snapshot.release();
      slots.release();
    }
  }

  private void say(String message) {
    journal.fault(message);
    Notices.say(message);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "flor-checkpoint");
    thread.setDaemon(true);
    return thread;
  }
}
