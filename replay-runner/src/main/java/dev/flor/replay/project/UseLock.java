package dev.flor.replay.project;

import dev.flor.journal.FlorDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Held by those who use builds and checkpoints, any number at a time, or by the one who takes such away. The system lets go of it when
 * its process dies. A file lock belongs to the whole process, so the uses of one process share one.
 */
public final class UseLock {
  private static final Map<Path, Held> HELD = new HashMap<>(); // looked up, never walked

  private static final class Held {
    final FileChannel channel;
    int uses;
    boolean sweeping;

    Held(FileChannel channel) {
      this.channel = channel;
    }
  }

  private final Path file;
  private boolean open = true;

  private UseLock(Path file) {
    this.file = file;
  }

  /** Does work that uses builds and checkpoints; waits while somebody takes such away, which is never long. */
  public static <T> T using(Path florDir, Supplier<T> work) {
    UseLock lock = use(florDir);
    try {
      return work.get();
    } finally {
      lock.close();
    }
  }

  private static UseLock use(Path florDir) {
    Path file = file(florDir);
    synchronized (HELD) {
      while (HELD.containsKey(file) && HELD.get(file).sweeping) {
        await();
      }
      if (!HELD.containsKey(file)) {
        locked(file, true);
      }
      HELD.get(file).uses++;
      return new UseLock(file);
    }
  }

  /** The right to take away; empty if builds and checkpoints are in use. */
  public static Optional<UseLock> sweep(Path florDir) {
    Path file = file(florDir);
    synchronized (HELD) {
      if (HELD.containsKey(file) || !locked(file, false)) {
        return Optional.empty();
      }
      HELD.get(file).sweeping = true;
      return Optional.of(new UseLock(file));
    }
  }

  private static Path file(Path florDir) {
    try {
      return FlorDirectory.made(florDir).toRealPath().resolve("use.lock");
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + florDir, e);
    }
  }

  private static boolean locked(Path file, boolean shared) {
    FileChannel channel = null;
    FileLock lock = null;
    try {
      channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock = shared
          ? channel.lock(0, Long.MAX_VALUE, true)
          : channel.tryLock(0, Long.MAX_VALUE, false);
      if (lock != null) {
        HELD.put(file, new Held(channel));
      }
      return lock != null;
    } catch (IOException e) {
      throw new WorkspaceException("cannot lock " + file, e);
    } finally {
      if (lock == null) {
        close(file, channel);
      }
    }
  }

  private static void await() {
    try {
      HELD.wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayInterruptedException(e);
    }
  }

  public void close() {
    synchronized (HELD) {
      if (!open) {
        return;
      }
      open = false;
      Held held = HELD.get(file);
      held.uses -= held.sweeping ? 0 : 1;
      if (held.uses > 0) {
        return;
      }
      HELD.remove(file);
      HELD.notifyAll();
      close(file, held.channel);
    }
  }

  private static void close(Path file, FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot unlock " + file, e);
    }
  }
}
