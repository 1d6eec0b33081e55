package dev.flor.cli.io;

import dev.flor.FlorException;
import java.io.IOException;
import java.nio.file.Path;

/** A source folder or file could not be read. */
public final class SourceReadException extends FlorException {
  private static final long serialVersionUID = 1L;

  public SourceReadException(Path path, IOException cause) {
    super(
        "cannot read " + path + ": " + cause.getMessage(),
        "check that it exists and is readable",
        cause);
  }
}
