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
    if (!compareAndSet(0, 1)) {
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
}
