package dev.flor.store.model;

import dev.flor.FlorException;

/** A name was asked for that no run has logged. */
public final class UnknownNameException extends FlorException {
  private static final long serialVersionUID = 1L;

  public UnknownNameException(String message, String hint) {
    super(message, hint);
  }

  UnknownNameException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
