package dev.flor.journal;

/** Where a checkpoint was taken, and what it is called in the checkpoint folder. */
public final class CheckpointInfo {
  /** The moments at which checkpoints are taken. */
  public enum At {
    /** After an iteration of the main loop; {@link #id()} is its context. */
    ITERATION_END,
    /** After a loop nested in the main loop; {@link #id()} is the loop. */
    LOOP_END
  }

  private final At at;
  private final int id;
  private final String digest;
  private final long bytes;
  private final long materialiseNanos;

  /**
   * @param id a context for ITERATION_END, a loop for LOOP_END
   * @param digest SHA-256 of the checkpoint file, 64 lower-case hex digits
   * @param materialiseNanos time to snapshot and to write it
   */
  public CheckpointInfo(At at, int id, String digest, long bytes, long materialiseNanos) {
    this.at = at;
    this.id = id;
    this.digest = digest;
    this.bytes = bytes;
    this.materialiseNanos = materialiseNanos;
  }

  /** After what it was taken. */
  public At at() {
    return at;
  }

  /** The context of the iteration, or the loop, that had ended. */
  public int id() {
    return id;
  }

  /** SHA-256 of the checkpoint file, 64 lower-case hex digits. */
  public String digest() {
    return digest;
  }

  /** Size of the checkpoint file. */
  public long bytes() {
    return bytes;
  }

  /** Time to snapshot and to write it. */
  public long materialiseNanos() {
    return materialiseNanos;
  }
}
