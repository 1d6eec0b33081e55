package dev.flor.store.model;

import dev.flor.FlorException;

/** A query was wrong, or tried more than to read. */
public final class QueryRefusedException extends FlorException {
  private static final long serialVersionUID = 1L;

  public QueryRefusedException(String message, String hint) {
    super(message, hint);
  }

  public QueryRefusedException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
