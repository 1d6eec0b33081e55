package dev.flor.store.model;

import dev.flor.FlorException;

/** Reading from the store failed. */
public final class StoreReadException extends FlorException {
  private static final long serialVersionUID = 1L;

  public StoreReadException(String message, String hint) {
    super(message, hint);
  }

  public StoreReadException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
