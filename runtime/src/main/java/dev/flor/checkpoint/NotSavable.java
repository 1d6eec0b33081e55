package dev.flor.checkpoint;

/** An enrolled object cannot be saved; the message names it by its path. */
public final class NotSavable extends Exception {
  private static final long serialVersionUID = 1L;

  public NotSavable(String message) {
    super(message);
  }
}
