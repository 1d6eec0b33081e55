package dev.flor.journal;

import dev.flor.FlorException;
import java.nio.file.Path;

/** A journal or the folder of the runs could not be read at all. */
public final class UnreadableJournalException extends FlorException {
  private static final long serialVersionUID = 1L;

  UnreadableJournalException(Path path, Throwable cause) {
    super(
        "cannot read " + path + ": " + cause.getMessage(),
        "check that the file exists and that you may read it",
        cause);
  }
}
