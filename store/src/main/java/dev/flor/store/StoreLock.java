package dev.flor.store;

import dev.flor.store.model.StoreWriteException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Only one opens the database at a time; the others wait. H2's own lock makes the second one fail
 * instead. The system frees the lock of a process that dies.
 */
final class StoreLock implements AutoCloseable {
  /** A file lock belongs to the whole process, so threads of one process queue here first. */
  private static final Map<Path, Semaphore> IN_PROCESS = new ConcurrentHashMap<>();

  private final Semaphore turn;
  private final Optional<FileChannel> channel;

  private StoreLock(Semaphore turn, Optional<FileChannel> channel) {
    this.turn = turn;
    this.channel = channel;
  }

  /** Waits for its turn; says so through {@code notice}, once, when it has to. */
  static StoreLock take(Path florDir, Consumer<String> notice) throws IOException {
    Path file = florDir.toRealPath().resolve("store.lock");
    Semaphore turn = IN_PROCESS.computeIfAbsent(file, path -> new Semaphore(1, true));
    if (!turn.tryAcquire()) {
      notice.accept("waiting for another use of " + florDir + " in this process");
      turn.acquireUninterruptibly();
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(channel, florDir, notice);
      return new StoreLock(turn, Optional.of(channel));
    } catch (IOException | RuntimeException e) {
      turn.release();
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  /**
   * The same for who can only read: several may at a time, none while a writer does. Where no writer has been, there is
   * nothing to wait for.
   */
  static StoreLock toRead(Path florDir, Consumer<String> notice) throws IOException {
    Path file = florDir.toRealPath().resolve("store.lock");
    Semaphore turn = IN_PROCESS.computeIfAbsent(file, path -> new Semaphore(1, true));
    turn.acquireUninterruptibly();
    FileChannel channel = null;
    try {
      if (Files.isReadable(file)) {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        if (channel.tryLock(0, Long.MAX_VALUE, true) == null) {
          notice.accept("waiting for process " + holder(channel) + " to be done with " + florDir);
          shared(channel);
        }
      }
      return new StoreLock(turn, Optional.ofNullable(channel));
    } catch (IOException | RuntimeException e) {
      turn.release();
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  private static void shared(FileChannel channel) throws IOException {
    if (!channel.lock(0, Long.MAX_VALUE, true).isValid()) {
      throw new IllegalStateException("the lock is gone");
    }
  }

  private static void lock(FileChannel channel, Path florDir, Consumer<String> notice)
      throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      notice.accept("waiting for process " + holder(channel) + " to be done with " + florDir);
      lock = channel.lock();
    }
    if (!lock.isValid()) {
      throw new IllegalStateException("the lock of " + florDir + " is gone");
    }
    byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(32);
    int length = Math.max(0, channel.read(pid, 0));
    return new String(pid.array(), 0, length, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException e) {
      throw new StoreWriteException(
          "the lock file of the store could not be closed: " + e.getMessage(), "try again", e);
    } finally {
      turn.release();
    }
  }
}
