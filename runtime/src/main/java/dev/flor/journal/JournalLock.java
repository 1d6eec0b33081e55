package dev.flor.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one thread at a time write the journal. Held for some nanoseconds by threads that are rarely
 * more than one, it costs half of what a monitor does. It is not reentrant: nothing that may call
 * flor again is called while it is held.
 */
final class JournalLock {
  private static final VarHandle HELD;
  private static final int SPINS = 64;
  private static final int YIELDS = 1024;
  private static final long NAP_NANOS = 50_000;

  static {
    try {
      HELD = MethodHandles.lookup().findVarHandle(JournalLock.class, "held", int.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the field is a few lines below", e);
    }
  }

  @SuppressWarnings("UnusedVariable") // through HELD
  private int held;

  void lock() {
    if (!HELD.compareAndSet(this, 0, 1)) {
      waitAndLock();
    }
  }

  void unlock() {
    HELD.setRelease(this, 0);
  }

  /** A holder may wait for the disk: who waits long sleeps, and is woken by nobody. */
  @SuppressWarnings("ThreadPriorityCheck") // yielding is a hint, and nothing here depends on it
  private void waitAndLock() {
    for (int tries = 0; !HELD.compareAndSet(this, 0, 1); tries++) {
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
