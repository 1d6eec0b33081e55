package dev.flor;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.checkpoint.Snapshot;
import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Writes checkpoints in the background: one at a time, and at most one more waits, so that memory
 * is bounded.
 */
final class Checkpoints implements Consumer<String> {
  private static final int IN_MEMORY = 2;
  private static final long PATIENCE_SECONDS = 10;

  private final CheckpointFolder folder;
  private final JournalWriter journal;
  private final CheckpointPolicy policy;
  private final Semaphore slots = new Semaphore(IN_MEMORY);
  private final Errands errands = new Errands("flor-checkpoint");
  private volatile boolean off;
  private volatile boolean begun;
  private volatile long crampedBy;

  Checkpoints(Path folder, JournalWriter journal, boolean replaying) {
    this.folder = new CheckpointFolder(folder);
    this.journal = journal;
    this.policy = replaying
        ? CheckpointPolicy.NEVER
        : CheckpointPolicy.told(
            Settings.property("flor.checkpoint"), new RestoreRatio(folder).known(), this);
  }

  /** Whether any may be taken. */
  boolean wanted() {
    return policy != CheckpointPolicy.NEVER && !off;
  }

  /**
   * How many nanoseconds of turns are lacking, about, until a checkpoint is to be taken. 0: it is to be taken now, and has a slot,
   * which {@link #write} or {@link #release} gives back.
   *
   * @param nanos what the turns or loops that ended since this was asked took
   * @param bytes the size of the state, about
   */
  long lacking(String site, long nanos, long bytes) {
    long lacking = off ? Long.MAX_VALUE : policy.lacking(site, nanos, bytes);
    if (lacking > 0) {
      return lacking;
    }
    if (policy.always()) {
      slots.acquireUninterruptibly();
    } else if (!roomFor(bytes) || !slots.tryAcquire()) {
      return 1;
    }
    begun = true;
    policy.begun(site);
    return 0;
  }

  /** Turns or loops that took so long have ended, and no checkpoint is to be taken. */
  void passed(String site, long nanos) {
    policy.passed(site, nanos);
  }

  /** Whether the heap has room for a copy, and as much again: it is the program that would run out of memory. */
  private boolean roomFor(long bytes) {
    Runtime heap = Runtime.getRuntime();
    boolean room = 2 * bytes <= heap.maxMemory() - heap.totalMemory() + heap.freeMemory();
    crampedBy = room ? crampedBy : bytes;
    return room;
  }

  void release() {
    slots.release();
  }

  /** Writes a snapshot some time later, and then tells the journal. */
  void write(Snapshot snapshot, String site, CheckpointInfo.At at, int id, long begun) {
    long onThread = System.nanoTime() - begun;
    errands.add(new Runnable() {
      @Override
      public void run() {
        store(snapshot, site, at, id, onThread);
      }
    });
    policy.stoodStill(
        site, System.nanoTime() - begun); // where no core is free, the writer comes first
  }

  /** Waits for what is still to be written, within bounds. */
  void close() {
    if (crampedBy > 0 && !begun) {
      accept("no checkpoint was taken: the heap had no room for twice " + (crampedBy >> 20)
          + " MB; give it more (-Xmx)");
    }
    try {
      if (!errands.finish(PATIENCE_SECONDS)) {
        accept("the last checkpoints were not written within " + PATIENCE_SECONDS + " s");
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
        accept("checkpointing is off: " + Notices.of(e));
      }
    } finally {
      snapshot.release();
      slots.release();
    }
  }

  /** Records and says what could not be done. */
  @Override
  public void accept(String message) {
    journal.fault(message);
    Notices.say(message);
  }
}
