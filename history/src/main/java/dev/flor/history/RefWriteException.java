package dev.flor.history;

import dev.flor.FlorException;

/** Writing objects or a ref of flor's failed. */
public final class RefWriteException extends FlorException {
  private static final long serialVersionUID = 1L;

  RefWriteException(String message, String hint) {
    super(message, hint);
  }

  RefWriteException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
