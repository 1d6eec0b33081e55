package dev.flor.replay.project;

import dev.flor.FlorException;

/** A file or folder below {@code .flor/} could not be read or written. */
public final class WorkspaceException extends FlorException {
  private static final long serialVersionUID = 1L;

  public WorkspaceException(String message, Throwable cause) {
    super(
        message + ": " + cause.getClass().getSimpleName() + " " + cause.getMessage(),
        "check that the disk has space and that .flor/ can be written; everything below .flor/work can be deleted",
        cause);
  }
}
