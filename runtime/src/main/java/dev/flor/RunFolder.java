package dev.flor;

import dev.flor.journal.RunIds;
import dev.flor.journal.RunLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
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
    boolean ours = florDirectory.endsWith(".flor") || !holdsFiles(florDirectory);
    Path runs = made(florDirectory.resolve("runs"));
    if (ours) {
      ignore(florDirectory);
    } else { // the user may keep files there that git is to see
      ignore(runs);
      ignore(made(florDirectory.resolve("checkpoints")));
    }
    if (toldId.isPresent()) {
      Path told = made(runs.resolve(toldId.get()));
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

  private static boolean holdsFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return files.iterator().hasNext();
    }
  }

  private static void ignore(Path folder) throws IOException {
    Path ignore = folder.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      Files.write(ignore, "*\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Makes a folder and those around it. The JDK's way makes them anew where a deleted one was. */
  private static Path made(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      if (folder.getParent() != null) {
        made(folder.getParent());
      }
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(folder)) {
          throw e; // else another process was faster
        }
      }
    }
    return folder;
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
