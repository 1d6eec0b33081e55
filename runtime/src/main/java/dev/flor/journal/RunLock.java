package dev.flor.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Held by a process for as long as its run lasts; the operating system lets go of it when the
 * process dies. It is a file of its own because POSIX drops a lock when any descriptor of the file
 * is closed, and a program may well read its own journal.
 */
public final class RunLock implements AutoCloseable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private RunLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /** Takes the lock of a new run; empty if somebody else has it. */
  public static Optional<RunLock> take(Path runDirectory) throws IOException {
    // Not FileChannel.open: more of the JDK would be loaded for it.
    FileChannel channel = new RandomAccessFile(file(runDirectory).toFile(), "rw").getChannel();
    boolean taken = false;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      taken = false; // another copy of flor in this process
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      return Optional.empty();
    }
    Path key = key(runDirectory);
    HELD_HERE.add(key);
    return Optional.of(new RunLock(key, channel));
  }

  /** Whether a live process, this one included, holds the lock of the run. */
  static synchronized boolean held(Path runDirectory) {
    Path file = file(runDirectory);
    if (HELD_HERE.contains(key(runDirectory))) {
      return true;
    }
    if (!Files.exists(file)) {
      return false;
    }
    // Shared, so that two who ask at the same time do not take each other for the run.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      throw new UnreadableJournalException(file, e);
    }
  }

  private static Path file(Path runDirectory) {
    return runDirectory.resolve("lock");
  }

  private static Path key(Path runDirectory) {
    return runDirectory.toAbsolutePath().normalize();
  }

  @Override
  public void close() throws IOException {
    HELD_HERE.remove(directory);
    channel.close();
  }
}
