package dev.flor;

import dev.flor.journal.FlorDirectory;
import dev.flor.journal.RunIds;
import dev.flor.journal.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a run and the checkpoints of all runs are kept. The run's lock is held. */
final class RunFolder {
  private final Path florDirectory;
  private final Path path;
  private final RunLock lock;

  private RunFolder(Path florDirectory, Path path, RunLock lock) {
    this.florDirectory = florDirectory;
    this.path = path;
    this.lock = lock;
  }

  /** Makes the folder of a new run; git does not look into what flor makes. */
  static RunFolder create(Path florDirectory, Optional<String> toldId) throws IOException {
    Path runs = FlorDirectory.make(FlorDirectory.made(florDirectory).resolve("runs"));
    if (toldId.isPresent()) {
      Path told = FlorDirectory.make(runs.resolve(toldId.get()));
      Optional<RunLock> lock = Files.exists(journal(told)) ? Optional.empty() : RunLock.take(told);
      if (lock.isPresent() && !Files.exists(journal(told))) {
        return new RunFolder(florDirectory, told, lock.get());
      }
      if (lock.isPresent()) {
        lock.get().close(); // it came and went meanwhile
      }
      Notices.say("run " + toldId.get() + " exists already; this one gets an id of its own");
    }
    Path own = Files.createDirectory(runs.resolve(RunIds.next()));
    return new RunFolder(florDirectory, own, RunLock.take(own).orElseThrow());
  }

  String runId() {
    return path.getFileName().toString();
  }

  Path path() {
    return path;
  }

  RunLock lock() {
    return lock;
  }

  Path journal() {
    return journal(path);
  }

  private static Path journal(Path run) {
    return run.resolve("journal.flor");
  }

  Path checkpoints() {
    return florDirectory.resolve("checkpoints");
  }
}
