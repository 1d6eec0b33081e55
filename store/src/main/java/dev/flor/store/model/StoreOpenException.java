package dev.flor.store.model;

import dev.flor.FlorException;

/** Opening the store's database failed. */
public final class StoreOpenException extends FlorException {
  private static final long serialVersionUID = 1L;

  public StoreOpenException(String message, String hint) {
    super(message, hint);
  }

  public StoreOpenException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
