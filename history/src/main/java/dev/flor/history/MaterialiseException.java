package dev.flor.history;

import dev.flor.FlorException;

/** Writing the files of a version into a directory failed. */
public final class MaterialiseException extends FlorException {
  private static final long serialVersionUID = 1L;

  MaterialiseException(String message, String hint) {
    super(message, hint);
  }

  MaterialiseException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
