package dev.flor.history;

import dev.flor.FlorException;

/** Reading an object or a ref of a repository failed. */
public final class RepositoryReadException extends FlorException {
  private static final long serialVersionUID = 1L;

  RepositoryReadException(String message, String hint) {
    super(message, hint);
  }

  RepositoryReadException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
