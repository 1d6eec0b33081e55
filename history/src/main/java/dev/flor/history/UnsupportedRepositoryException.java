package dev.flor.history;

import dev.flor.FlorException;

/** A repository of a kind flor must not touch was opened. */
public final class UnsupportedRepositoryException extends FlorException {
  private static final long serialVersionUID = 1L;

  UnsupportedRepositoryException(String message, String hint) {
    super(message, hint);
  }

  UnsupportedRepositoryException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
