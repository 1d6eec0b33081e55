package dev.flor.checkpoint;

/** A checkpoint cannot be restored into the objects that are enrolled now. */
public final class NotRestorable extends Exception {
  private static final long serialVersionUID = 1L;

  public NotRestorable(String message) {
    super(message);
  }
}
