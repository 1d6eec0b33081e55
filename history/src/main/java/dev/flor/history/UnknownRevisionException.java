package dev.flor.history;

import dev.flor.FlorException;

/** A revision was asked for that names no commit of the repository. */
public final class UnknownRevisionException extends FlorException {
  private static final long serialVersionUID = 1L;

  UnknownRevisionException(String message, String hint) {
    super(message, hint);
  }

  UnknownRevisionException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
