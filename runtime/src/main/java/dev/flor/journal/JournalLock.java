package dev.flor.journal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one thread at a time write the journal. Held for some nanoseconds by threads that are rarely
 * more than one, it costs half of what a monitor does. It is not reentrant: nothing that may call
 * flor again is called while it is held.
 */
final class JournalLock extends AtomicInteger {
  private static final long serialVersionUID = 1L;
  private static final int SPINS = 64;
  private static final int YIELDS = 1024;
  private static final long NAP_NANOS = 50_000;

  void lock() {
    if (room1(0, 0, 0, 0, 0, 0, 0, 0) != 0 || !compareAndSet(0, 1)) {
      waitAndLock();
    }
  }

  void unlock() {
    setRelease(0);
  }

  /** A holder may wait for the disk: who waits long sleeps, and is woken by nobody. */
  @SuppressWarnings("ThreadPriorityCheck") // yielding is a hint, and nothing here depends on it
  private void waitAndLock() {
    for (int tries = 0; !compareAndSet(0, 1); tries++) {
      if (tries < SPINS) {
        Thread.onSpinWait();
      } else if (tries < YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  /*
   * A program that recurses without end runs out of stack here, if anywhere in flor, and not while a record is written
   * and the lock held: these ten frames need more than what is called before the lock is free. Compiled, they are little; but so is that
   * by then. One frame with as many variables would be less work, but a method that does nothing is compiled long before all else, and is no room.
   */

  private static long room1(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room2(a, b, c, d, e, f, g, h);
  }

  private static long room2(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room3(a, b, c, d, e, f, g, h);
  }

  private static long room3(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room4(a, b, c, d, e, f, g, h);
  }

  private static long room4(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room5(a, b, c, d, e, f, g, h);
  }

  private static long room5(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room6(a, b, c, d, e, f, g, h);
  }

  private static long room6(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room7(a, b, c, d, e, f, g, h);
  }

  private static long room7(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room8(a, b, c, d, e, f, g, h);
  }

  private static long room8(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room9(a, b, c, d, e, f, g, h);
  }

  private static long room9(long a, long b, long c, long d, long e, long f, long g, long h) {
    return room10(a, b, c, d, e, f, g, h);
  }

  private static long room10(long a, long b, long c, long d, long e, long f, long g, long h) {
    return a + b + c + d + e + f + g + h;
  }
}
