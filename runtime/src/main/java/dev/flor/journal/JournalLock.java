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
    if (!hasRoom() || !compareAndSet(0, 1)) {
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

  /**
   * A program that recurses without end runs out of stack here, if anywhere in flor, and not while a record is written and the lock held:
   * a frame with so many variables needs more than what is called before the lock is free. Compiled, it is nothing.
   */
  @SuppressWarnings({"unused", "UnusedVariable", "MultiVariableDeclaration"})
  private static boolean hasRoom() {
    long a0, b0, c0, d0, e0, f0, g0, h0, i0, j0, k0, l0, m0, n0, o0, p0;
    long a1, b1, c1, d1, e1, f1, g1, h1, i1, j1, k1, l1, m1, n1, o1, p1;
    long a2, b2, c2, d2, e2, f2, g2, h2, i2, j2, k2, l2, m2, n2, o2, p2;
    long a3, b3, c3, d3, e3, f3, g3, h3, i3, j3, k3, l3, m3, n3, o3, p3;
    long a4, b4, c4, d4, e4, f4, g4, h4, i4, j4, k4, l4, m4, n4, o4, p4;
    long a5, b5, c5, d5, e5, f5, g5, h5, i5, j5, k5, l5, m5, n5, o5, p5;
    long a6, b6, c6, d6, e6, f6, g6, h6, i6, j6, k6, l6, m6, n6, o6, p6;
    long a7, b7, c7, d7, e7, f7, g7, h7, i7, j7, k7, l7, m7, n7, o7, p7;
    return true;
  }
}
