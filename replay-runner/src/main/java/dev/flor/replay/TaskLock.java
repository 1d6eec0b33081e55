package dev.flor.replay;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held while a task is run, so that of several flor commands only one does. The system lets go of it when its process dies. */
final class TaskLock implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  private final Path file;
  private final FileChannel channel;

  private TaskLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The lock, if nobody has it. */
  static Optional<TaskLock> tryTake(Path florDir, String key) {
    Path file = florDir.resolve("replays").resolve(key + ".lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = null;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        // another thread of this process has it
      }
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new TaskLock(file, channel));
    } catch (IOException e) {
      throw new WorkspaceException("cannot lock " + file, e);
    }
  }

  /** Waits for the lock. */
  static TaskLock take(Path florDir, String key) {
    Optional<TaskLock> lock = tryTake(florDir, key);
    while (lock.isEmpty()) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ProcessRunner.ReplayInterruptedException(e);
      }
      lock = tryTake(florDir, key);
    }
    return lock.get();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new WorkspaceException("cannot unlock " + file, e);
    }
  }
}
