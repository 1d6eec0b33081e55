package dev.flor.journal;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Appends bytes to a {@link Space}. The next window is prepared by a thread of its own as soon as
 * the current one is half full: the program's threads neither wait for the disk nor, when they are
 * interrupted, close its channel. A reserve at the end of each window is kept for last words.
 */
final class Windows {
  /** Kept free while no next window is there: room to say that the disk is full, and to end. */
  static final int RESERVE = 1024;

  /** Bytes of a record that {@link #appendValue} writes. */
  private static final int VALUE = 16;

  private static final int SMALLEST = 1 << 16;
  private static final int LARGEST = 1 << 22;

  private final Space space;
  private final ExecutorService worker;
  private MappedByteBuffer current;
  private Future<MappedByteBuffer> next;
  private long base;
  private int at;

  /** Up to here {@link #appendValue} need not think of windows. */
  private int plain;

  Windows(Space space) throws IOException {
    this.space = space;
    worker = Executors.newSingleThreadExecutor(Windows::daemon);
    try {
      begin(take(prepare(0, SMALLEST)));
    } catch (IOException e) {
      worker.shutdown();
      throw e;
    }
  }

  long length() {
    return base + at;
  }

  /**
   * Appends a record so that a reader sees all of it or none: its first byte, which is not zero, is
   * written last.
   */
  void append(byte[] bytes, int from, int to) throws IOException {
    int size = to - from;
    if (size > current.capacity() - at - RESERVE) {
      reserveNext(size);
    }
    if (at == current.capacity()) {
      advance();
    }
    MappedByteBuffer first = current;
    int firstAt = at++;
    write(bytes, from + 1, to);
    VarHandle.releaseFence();
    first.put(firstAt, bytes[from]);
    if (at > current.capacity() / 2 - VALUE) {
      if (next == null) {
        next = prepare(base + current.capacity(), Math.min(LARGEST, 2 * current.capacity()));
      }
      plain = current.capacity() - RESERVE;
    }
  }

  /**
   * Appends a record of sixteen bytes: four, a long, and a checksum. False, and nothing is written,
   * where that takes more than a few stores.
   */
  boolean appendValue(int head, long value, int checksum) {
    int start = at;
    if (start + VALUE > plain) {
      return false;
    }
    MappedByteBuffer window = current;
    window.putInt(start, head & ~0xFF);
    window.putLong(start + 4, value);
    window.putInt(start + 12, checksum);
    VarHandle.releaseFence();
    window.put(start, (byte) head);
    at = start + VALUE;
    return true;
  }

  /** From now on every record takes the long way, which finds out what is wrong. */
  void stop() {
    plain = 0;
  }

  /** Appends into the reserve; what does not fit there is not written. */
  void appendLastWords(byte[] bytes, int from, int to) {
    if (to - from <= current.capacity() - at) {
      current.position(at + 1);
      current.put(bytes, from + 1, to - from - 1);
      VarHandle.releaseFence();
      current.put(at, bytes[from]);
      at += to - from;
    }
  }

  void close() throws IOException {
    Future<?> closing = worker.submit(() -> {
      space.close(length());
      return null;
    });
    worker.shutdown();
    take(closing);
  }

  /** Before a byte of the record is written, the window after this one is sure to be there. */
  private void reserveNext(int size) throws IOException {
    long end = base + current.capacity();
    if (next == null) {
      next = prepare(end, (int) Math.min(1L << 30, Math.max(LARGEST, size + 2L * RESERVE)));
    }
    MappedByteBuffer ready = take(next);
    if (ready.capacity() + (long) (current.capacity() - at) < size + (long) RESERVE) {
      // A long text: once more, with room for all of it.
      next = prepare(end, Math.toIntExact(size + 2L * RESERVE));
      take(next);
    }
  }

  private void write(byte[] bytes, int from, int to) throws IOException {
    int done = from;
    while (done < to) {
      if (at == current.capacity()) {
        advance();
      }
      int part = Math.min(to - done, current.capacity() - at);
      current.position(at);
      current.put(bytes, done, part);
      at += part;
      done += part;
    }
  }

  private void advance() throws IOException {
    MappedByteBuffer ready = take(next);
    base += current.capacity();
    next = null;
    begin(ready);
  }

  private void begin(MappedByteBuffer window) {
    current = window;
    current.order(ByteOrder.LITTLE_ENDIAN);
    at = 0;
    plain = current.capacity() / 2;
  }

  private Future<MappedByteBuffer> prepare(long from, int size) {
    return worker.submit(() -> space.window(from, size));
  }

  /** Waits whatever interrupts come; they are handed on afterwards. */
  private static <T> T take(Future<T> future) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IOException(e.getCause().getMessage(), e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "flor-journal");
    thread.setDaemon(true);
    return thread;
  }
}
