package dev.flor.store.model;

import dev.flor.FlorException;

/** Writing into the store failed. */
public final class StoreWriteException extends FlorException {
  private static final long serialVersionUID = 1L;

  public StoreWriteException(String message, String hint) {
    super(message, hint);
  }

  public StoreWriteException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
