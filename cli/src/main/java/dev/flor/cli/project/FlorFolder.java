package dev.flor.cli.project;

import dev.flor.FlorException;
import dev.flor.cli.io.Caller;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a project keeps its {@code .flor} folder; found as the runtime finds it. */
public final class FlorFolder {
  private FlorFolder() {}

  /** The same where there may be no working tree that it could stand in. */
  static Path of(Caller caller, boolean bare) {
    boolean found = !caller.environment().getOrDefault("FLOR_HOME", "").isEmpty()
        || Files.isDirectory(caller.directory().resolve(".flor"));
    if (bare && !found) {
      throw new NoProjectException(
          "the repository at " + caller.directory()
              + " is bare, and no folder is named for what flor keeps",
          "name one: FLOR_HOME=DIR flor ...");
    }
    return of(caller);
  }

  public static Path of(Caller caller) {
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

    NoProjectException(String message, String hint) {
      super(message, hint);
    }

    NoProjectException(Path directory) {
      super(
          "not a git repository (nor any folder above): " + directory,
          "go to your project's folder, or make it a repository: git init");
    }
  }
}
