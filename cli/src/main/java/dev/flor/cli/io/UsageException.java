package dev.flor.cli.io;

import dev.flor.FlorException;

/** The command line or flor.toml says something flor does not understand: exit code 2. */
public final class UsageException extends FlorException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message, String hint) {
    super(message, hint);
  }
}
