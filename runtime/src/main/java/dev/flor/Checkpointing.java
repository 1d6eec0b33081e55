package dev.flor;

/** The enrolled objects' stay in checkpoints, from {@link Flor#checkpointing} to its close. */
public final class Checkpointing implements AutoCloseable {
  private final ThreadLoops thread;
  private final Enrolment enrolment;
  private boolean closed;

  /** Nulls: there is no run, and nothing is checkpointed. */
  Checkpointing(ThreadLoops thread, Enrolment enrolment) {
    this.thread = thread;
    this.enrolment = enrolment;
  }

  /** Ends the enrolment, and the loops begun since that were left on the way. */
  @Override
  public void close() {
    if (thread != null && !closed) {
      closed = true;
      enrolment.close();
    }
  }
}
