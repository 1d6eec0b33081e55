package dev.flor.journal;

import java.io.IOException;
import java.nio.MappedByteBuffer;

/**
 * Prepares the window after the current one, on a thread of its own. One is asked for at a time. Who waits for it
 * waits whatever interrupts come; they are handed on afterwards. An executor would do the same, but loading it
 * takes longer than all else that opens a journal.
 */
final class NextWindow implements Runnable {
  private final Space space;
  private long base;
  private int size;
  private boolean asked;
  private boolean working;
  private boolean ending;
  private boolean ended;
  private long length = -1;
  private MappedByteBuffer ready;
  private Throwable failed;

  NextWindow(Space space) {
    this.space = space;
    Thread thread = new Thread(this, "flor-journal");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether one was asked for and not taken yet. */
  synchronized boolean asked() {
    return asked;
  }

  /** Asks for a window; one that was asked for before is given up. */
  synchronized void prepare(long from, int bytes) {
    base = from;
    size = bytes;
    asked = true;
    working = true;
    ready = null;
    failed = null;
    notifyAll();
  }

  /** The window that was asked for, waited for. */
  synchronized MappedByteBuffer ready() throws IOException {
    await();
    return ready;
  }

  /** Takes that window: another can be asked for. */
  synchronized MappedByteBuffer take() throws IOException {
    await();
    asked = false;
    return ready;
  }

  /** Closes the space, after what was asked for. */
  synchronized void close(long used) throws IOException {
    length = used;
    stop();
    await();
  }

  /** Ends the thread. */
  synchronized void stop() {
    ending = true;
    notifyAll();
  }

  @Override
  public void run() {
    while (waitForWork()) {
      try {
        made(space.window(base, size), null);
      } catch (IOException | RuntimeException | Error e) {
        made(null, e);
      }
    }
    try {
      if (length >= 0) {
        space.close(length);
      }
      end(null);
    } catch (IOException | RuntimeException | Error e) {
      end(e);
    }
  }

  /** False when there will be no more. */
  private synchronized boolean waitForWork() {
    while (!working && !ending) {
      pause();
    }
    return working;
  }

  private synchronized void made(MappedByteBuffer window, Throwable why) {
    ready = window;
    failed = why;
    working = false;
    notifyAll();
  }

  private synchronized void end(Throwable why) {
    failed = why;
    ended = true;
    notifyAll();
  }

  private void await() throws IOException {
    boolean interrupted = false;
    while (working || (ending && !ended)) {
      interrupted |= pause();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failed != null) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  /** Waits once; both callers do so in a loop. */
  @SuppressWarnings("WaitNotInLoop")
  private boolean pause() {
    try {
      wait();
      return false;
    } catch (InterruptedException e) {
      return true; // whoever waits goes on waiting
    }
  }
}
