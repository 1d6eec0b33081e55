package dev.flor.history;

import dev.flor.FlorException;

/** A version was asked of a repository that has no commits yet. */
public final class EmptyRepositoryException extends FlorException {
  private static final long serialVersionUID = 1L;

  EmptyRepositoryException(String message, String hint) {
    super(message, hint);
  }

  EmptyRepositoryException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
