package dev.flor;

/** One turn of a loop that the user's program drives itself, from {@link Flor#iteration}. */
public final class Iteration implements AutoCloseable {
  Iteration() {}

  @Override
  public void close() {}
}
