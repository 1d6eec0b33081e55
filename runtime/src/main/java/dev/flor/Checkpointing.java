package dev.flor;

/** The enrolled objects' stay in checkpoints, from {@link Flor#checkpointing} to its close. */
public final class Checkpointing implements AutoCloseable {
  Checkpointing() {}

  @Override
  public void close() {}
}
