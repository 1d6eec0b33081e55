package dev.flor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the user or a tool says from outside; docs/runtime-properties.md. */
final class Settings {
  private Settings() {}

  /** The {@code .flor} folder: told, or under the nearest parent with a {@code .git}, or here. */
  static Path florDirectory(Path workingDirectory) {
    Optional<String> told =
        property("flor.dir").or(() -> Optional.ofNullable(System.getenv("FLOR_HOME")));
    return told.map(dir -> workingDirectory.resolve(dir).normalize())
        .orElseGet(() -> project(workingDirectory).orElse(workingDirectory).resolve(".flor"));
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
    return property("flor.replay").map(Path::of);
  }

  static boolean snapshot() {
    return !property("flor.snapshot").filter("false"::equals).isPresent();
  }

  static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isEmpty());
  }
}
