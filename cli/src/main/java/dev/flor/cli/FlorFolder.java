package dev.flor.cli;

import dev.flor.FlorException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a project keeps its {@code .flor} folder; found as the runtime finds it. */
final class FlorFolder {
  private FlorFolder() {}

  static Path of(Caller caller) {
    String home = caller.environment().getOrDefault("FLOR_HOME", "");
    if (!home.isEmpty()) {
      return caller.directory().resolve(home);
    }
    for (Path at = caller.directory(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at.resolve(".flor");
      }
    }
    Path here = caller.directory().resolve(".flor");
    if (Files.isDirectory(here)) {
      return here;
    }
    throw new NoProjectException(caller.directory());
  }

  /** No git repository was found upwards. */
  static final class NoProjectException extends FlorException {
    private static final long serialVersionUID = 1L;

    NoProjectException(Path directory) {
      super(
          "not a git repository (nor any folder above): " + directory,
          "go to your project's folder, or make it a repository: git init");
    }
  }
}
