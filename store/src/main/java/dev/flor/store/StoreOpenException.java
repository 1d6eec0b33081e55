package dev.flor.store;

import dev.flor.FlorException;

/** Opening the store's database failed. */
public final class StoreOpenException extends FlorException {
  private static final long serialVersionUID = 1L;

  StoreOpenException(String message, String hint) {
    super(message, hint);
  }

  StoreOpenException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
