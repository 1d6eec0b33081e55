package dev.flor.cli.io;

import dev.flor.FlorException;
import java.io.IOException;
import java.nio.file.Path;

/** A file that the user asked for could not be written. */
public final class ReportWriteException extends FlorException {
  private static final long serialVersionUID = 1L;

  public ReportWriteException(Path path, IOException cause) {
    super(
        "cannot write " + path + ": " + cause.getMessage(),
        "check the folder's permissions and the free space on its disk",
        cause);
  }
}
