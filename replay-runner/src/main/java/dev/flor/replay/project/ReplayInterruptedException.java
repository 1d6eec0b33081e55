package dev.flor.replay.project;

import dev.flor.FlorException;

/** The user or the system asked for the end. */
public final class ReplayInterruptedException extends FlorException {
  private static final long serialVersionUID = 1L;

  public ReplayInterruptedException(InterruptedException cause) {
    super("interrupted", "run the same command again to go on: what is finished is kept", cause);
  }
}
