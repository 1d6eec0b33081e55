package dev.flor.journal;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;

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

  /** As many as the longest that {@link #appendWords} writes, and a little more. */
  private static final int WORDS = 24;

  private static final int SMALLEST = 1 << 16;
  private static final int LARGEST = 1 << 22;

  private final NextWindow next;
  private MappedByteBuffer current;
  private long base;
  private int at;

  /** Up to here {@link #appendValue} and {@link #appendWords} need not think of windows. */
  private int plain;

  /** Its first window is prepared from now on, and waited for by {@link #begin()}. */
  Windows(Space space) {
    next = new NextWindow(space);
    next.prepare(0, SMALLEST);
  }

  void begin() throws IOException {
    try {
      begin(next.take());
    } catch (IOException e) {
      next.stop();
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
    if (size <= current.capacity() - at) {
      put(bytes, from, to);
    } else {
      MappedByteBuffer first = current;
      int firstAt = at++;
      write(bytes, from + 1, to);
      VarHandle.releaseFence();
      first.put(firstAt, bytes[from]);
    }
    if (at > current.capacity() / 2 - VALUE) {
      if (!next.asked()) {
        next.prepare(base + current.capacity(), Math.min(LARGEST, 2 * current.capacity()));
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

  /** The same for a record of so many bytes of {@code head}, eight at most, and a checksum. */
  boolean appendWords(long head, int size, int checksum) {
    int start = at;
    if (start + WORDS > plain) {
      return false;
    }
    MappedByteBuffer window = current;
    window.putLong(start, head & ~0xFFL);
    window.putInt(start + size, checksum);
    VarHandle.releaseFence();
    window.put(start, (byte) head);
    at = start + size + 4;
    return true;
  }

  /** The same for one of four to seven bytes of {@code head}, a long, and a checksum. */
  boolean appendWords(long head, int size, long value, int checksum) {
    int start = at;
    if (start + WORDS > plain) {
      return false;
    }
    MappedByteBuffer window = current;
    window.putLong(start, (head & ~0xFFL) | (value << (8 * size)));
    window.putLong(start + 8, value >>> (64 - 8 * size)); // the checksum comes where its zeros are
    window.putInt(start + size + 8, checksum);
    VarHandle.releaseFence();
    window.put(start, (byte) head);
    at = start + size + 12;
    return true;
  }

  /** From now on every record takes the long way, which finds out what is wrong. */
  void stop() {
    plain = 0;
  }

  /** Appends into the reserve; what does not fit there is not written. */
  void appendLastWords(byte[] bytes, int from, int to) {
    if (to - from <= current.capacity() - at) {
      put(bytes, from, to);
    }
  }

  /** Into the current window. What fails on the way, for want of stack or memory, is written over by the next. */
  private void put(byte[] bytes, int from, int to) {
    int start = at;
    current.position(start + 1);
    current.put(bytes, from + 1, to - from - 1);
    VarHandle.releaseFence();
    current.put(start, bytes[from]);
    at = start + to - from;
  }

  void close() throws IOException {
    next.close(length());
  }

  /** Before a byte of the record is written, the window after this one is sure to be there. */
  private void reserveNext(int size) throws IOException {
    long end = base + current.capacity();
    if (!next.asked()) {
      next.prepare(end, (int) Math.min(1L << 30, Math.max(LARGEST, size + 2L * RESERVE)));
    }
    MappedByteBuffer ready = next.ready();
    if (ready.capacity() + (long) (current.capacity() - at) < size + (long) RESERVE) {
      // A long text: once more, with room for all of it.
      next.prepare(end, Math.toIntExact(size + 2L * RESERVE));
      next.ready();
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
    MappedByteBuffer ready = next.take();
    base += current.capacity();
    begin(ready);
  }

  private void begin(MappedByteBuffer window) {
    current = window;
    current.order(ByteOrder.LITTLE_ENDIAN);
    at = 0;
    plain = current.capacity() / 2;
  }
}
