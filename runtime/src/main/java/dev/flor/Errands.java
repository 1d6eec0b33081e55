package dev.flor;

import java.util.ArrayDeque;
import java.util.Deque;

/** Does one thing after another on a thread of its own, which begins with the first and is no reason to stay alive. */
final class Errands implements Runnable {
  private final String name;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private Thread thread;
  private boolean finishing;

  Errands(String name) {
    this.name = name;
  }

  /** One more; it must not throw. */
  synchronized void add(Runnable errand) {
    waiting.add(errand);
    if (thread == null) {
      thread = new Thread(this, name);
      thread.setDaemon(true);
      thread.start();
    }
    notifyAll();
  }

  /** Waits until all is done, but no longer than so many seconds, and says whether it is. */
  boolean finish(long seconds) throws InterruptedException {
    Thread working;
    synchronized (this) {
      finishing = true;
      notifyAll();
      working = thread;
    }
    if (working != null) {
      working.join(1000 * seconds);
    }
    return working == null || !working.isAlive();
  }

  @Override
  public void run() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized Runnable next() {
    while (waiting.isEmpty() && !finishing) {
      try {
        wait();
      } catch (InterruptedException e) {
        finishing = true; // somebody wants all threads to end
      }
    }
    return waiting.poll();
  }
}
