package dev.flor;

import dev.flor.journal.RunIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a run and the checkpoints of all runs are kept. */
final class RunFolder {
  private final Path florDirectory;
  private final Path path;

  private RunFolder(Path florDirectory, Path path) {
    this.florDirectory = florDirectory;
    this.path = path;
  }

  /** Makes the folder of a new run; git does not look into {@code .flor}. */
  static RunFolder create(Path florDirectory, Optional<String> toldId) throws IOException {
    Path runs = Files.createDirectories(florDirectory.resolve("runs"));
    Path ignore = florDirectory.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      Files.write(ignore, "*\n".getBytes(StandardCharsets.UTF_8));
    }
    if (toldId.isPresent()) {
      RunFolder told = new RunFolder(florDirectory, runs.resolve(toldId.get()));
      Files.createDirectories(told.path);
      if (!Files.exists(told.journal())) {
        return told;
      }
      Notices.say("run " + toldId.get() + " exists already; this one gets an id of its own");
    }
    return new RunFolder(florDirectory, Files.createDirectory(runs.resolve(RunIds.next())));
  }

  String runId() {
    return path.getFileName().toString();
  }

  Path path() {
    return path;
  }

  Path journal() {
    return path.resolve("journal.flor");
  }

  Path checkpoints() {
    return florDirectory.resolve("checkpoints");
  }
}
