package dev.flor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the user or a tool says from outside; docs/runtime-properties.md. */
final class Settings {
  /** The folder that this process is in, as Linux has it. */
  private static final Path NAMELESS = Path.of("/proc/self/cwd");

  private Settings() {}

  /** The {@code .flor} folder: told, or under the nearest parent with a {@code .git}, or here. */
  static Path florDirectory(Path workingDirectory) {
    String property = property("flor.dir").orElse(null);
    String told = property == null ? System.getenv("FLOR_HOME") : property;
    return told == null || told.isEmpty()
        ? project(workingDirectory).orElse(workingDirectory).resolve(".flor")
        : workingDirectory.resolve(told).normalize();
  }

  /** The nearest parent that holds a {@code .git} folder, or file as linked worktrees do. */
  static Optional<Path> project(Path workingDirectory) {
    for (Path at = workingDirectory; at != null; at = above(at)) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Path above(Path folder) {
    if (folder.isAbsolute() && !folder.startsWith(NAMELESS)) {
      return folder.getParent();
    }
    Path up = folder.resolve("..");
    return Files.isDirectory(up) && !isSame(folder, up) ? up : null;
  }

  /**
   * The folder that the process is in: by its name if it has one. It may have been moved or deleted, or be spelt with
   * letters that the JVM does not know in this locale.
   */
  static Path workingDirectory() {
    Path here = Path.of(".");
    Path named = Path.of("").toAbsolutePath();
    if (isSame(here, named)) {
      return named;
    }
    return Files.isDirectory(here) || !Files.exists(NAMELESS) ? here : NAMELESS;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // one of them is not there
    }
  }

  static Optional<Path> replayOrder() {
    Optional<String> told = property("flor.replay");
    return told.isPresent() ? Optional.of(Path.of(told.get())) : Optional.empty();
  }

  static boolean snapshot() {
    return !property("flor.snapshot").orElse("").equals("false");
  }

  static Optional<String> property(String name) {
    String value = System.getProperty(name);
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
