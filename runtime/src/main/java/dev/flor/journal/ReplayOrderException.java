package dev.flor.journal;

import dev.flor.FlorException;
import java.nio.file.Path;

/** The file that tells a replay what to do could not be written or read. */
public final class ReplayOrderException extends FlorException {
  private static final long serialVersionUID = 1L;

  ReplayOrderException(Path path, String what, Throwable cause) {
    super("replay order " + path + ": " + what, "let flor replay write it again", cause);
  }
}
