package dev.flor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the user or a tool says from outside; docs/runtime-properties.md. */
final class Settings {
  private Settings() {}

  /** The {@code .flor} folder: told, or under the nearest parent with a {@code .git}, or here. */
  static Path florDirectory(Path workingDirectory) {
    String told = property("flor.dir").orElse(System.getenv("FLOR_HOME"));
    return told == null
        ? project(workingDirectory).orElse(workingDirectory).resolve(".flor")
        : workingDirectory.resolve(told).normalize();
  }

  /** The nearest parent that holds a {@code .git} folder, or file as linked worktrees do. */
  static Optional<Path> project(Path workingDirectory) {
    for (Path at = workingDirectory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  static Path workingDirectory() {
    return Path.of("").toAbsolutePath();
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
