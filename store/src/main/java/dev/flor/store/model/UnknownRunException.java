package dev.flor.store.model;

import dev.flor.FlorException;

/** A run was asked for that there is not. */
public final class UnknownRunException extends FlorException {
  private static final long serialVersionUID = 1L;

  public UnknownRunException(String run) {
    super("there is no run " + run, "flor runs lists them");
  }
}
