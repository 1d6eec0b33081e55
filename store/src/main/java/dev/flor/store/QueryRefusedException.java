package dev.flor.store;

import dev.flor.FlorException;

/** A query was wrong, or tried more than to read. */
public final class QueryRefusedException extends FlorException {
  private static final long serialVersionUID = 1L;

  QueryRefusedException(String message, String hint) {
    super(message, hint);
  }

  QueryRefusedException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
