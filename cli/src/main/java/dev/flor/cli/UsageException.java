package dev.flor.cli;

import dev.flor.FlorException;

/** The command line or flor.toml says something flor does not understand: exit code 2. */
final class UsageException extends FlorException {
  private static final long serialVersionUID = 1L;

  UsageException(String message, String hint) {
    super(message, hint);
  }
}
