package dev.flor.replay;

import dev.flor.replay.project.ReplayInterruptedException;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Held while a task is run, so that of several flor commands only one does. The system lets go of it when its process dies. Its file
 * is there only as long: files are opened and locked, unlocked and deleted, by one process at a time, which has the gate. To try for a
 * lock that the same process has would let go of it on some systems, so nobody may.
 */
final class TaskLock implements AutoCloseable {
  private static final long POLL_MILLIS = 50;
  private static final String SUFFIX = ".lock";
  private static final String GATE = ".gate";

  private final Path file;
  private final FileChannel channel;

  private TaskLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The lock, if nobody has it. */
  static Optional<TaskLock> tryTake(Path florDir, String key) {
    Path file = florDir.resolve("replays").resolve(key + SUFFIX);
    return passing(file.getParent(), () -> take(file));
  }

  private static Optional<TaskLock> take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // another command in this process has it
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new TaskLock(file, channel));
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  /** Does what only one thread of one process at a time may do; none of it takes long. */
  private static <T> T passing(Path folder, Work<T> work) {
    synchronized (TaskLock.class) { // for the system, all threads of a process are one
      Path gate = folder.resolve(GATE);
      try {
        Files.createDirectories(folder);
        try (FileChannel channel =
                FileChannel.open(gate, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock passed = channel.lock()) {
          if (!passed.isValid()) {
            throw new IllegalStateException("the gate " + gate + " is open");
          }
          return work.done();
        }
      } catch (IOException e) {
        throw new WorkspaceException("cannot lock in " + folder, e);
      }
    }
  }

  /** Takes away the files of locks whose processes were killed. */
  static void sweep(Path florDir) {
    passing(florDir.resolve("replays"), () -> {
      try (Stream<Path> files = Files.list(florDir.resolve("replays"))) {
        for (Path file : files.sorted().toList()) {
          if (file.getFileName().toString().endsWith(SUFFIX)) {
            Optional<TaskLock> left = take(file);
            if (left.isPresent()) {
              left.get().delete();
            }
          }
        }
      }
      return true;
    });
  }

  /** Waits for the lock. */
  static TaskLock take(Path florDir, String key) {
    Optional<TaskLock> lock = tryTake(florDir, key);
    while (lock.isEmpty()) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ReplayInterruptedException(e);
      }
      lock = tryTake(florDir, key);
    }
    return lock.get();
  }

  private boolean delete() throws IOException {
    try (channel) {
      return Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() {
    passing(file.getParent(), this::delete);
  }
}
