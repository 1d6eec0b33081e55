package dev.flor.history;

import dev.flor.FlorException;

/** No git repository was found where one was looked for. */
public final class NotARepositoryException extends FlorException {
  private static final long serialVersionUID = 1L;

  NotARepositoryException(String message, String hint) {
    super(message, hint);
  }

  NotARepositoryException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
