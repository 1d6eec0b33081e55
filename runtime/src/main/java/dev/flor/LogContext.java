package dev.flor;

import java.util.concurrent.Callable;

/**
 * A place in the loops of one thread, handed over to another, so that what the other logs belongs
 * there; from {@link Flor#context}. It may be entered by any number of threads, at once and in turn.
 */
public final class LogContext {
  private final Run run;
  private final Context context;

  private LogContext(Run run, Context context) {
    this.run = run;
    this.context = context;
  }

  static LogContext ofThisThread(Run run) {
    if (run == null) {
      return new LogContext(null, null);
    }
    Context context = run.threadLoops().context();
    context.id(); // told before others may log in it
    return new LogContext(run, context);
  }

  /** Takes this thread there until the result is closed, on this thread too. */
  public Entered enter() {
    return new Entered(run == null ? null : run.threadLoops(), context);
  }

  /** The same work, done there. */
  public Runnable carry(Runnable work) {
    return () -> {
      Entered here = enter();
      try {
        work.run();
      } finally {
        here.close();
      }
    };
  }

  /** The same work, done there. */
  public <T> Callable<T> carry(Callable<T> work) {
    return () -> {
      Entered here = enter();
      try {
        return work.call();
      } finally {
        here.close();
      }
    };
  }

  /** A thread's stay in a context that was handed over to it. */
  public static final class Entered implements AutoCloseable {
    private final ThreadLoops thread;
    private final ThreadLoops.Place before;
    private boolean open;

    private Entered(ThreadLoops thread, Context context) {
      this.thread = thread;
      this.before = thread == null ? null : thread.visit(context);
      this.open = thread != null;
    }

    /** Takes the thread back to where it was. */
    @Override
    public void close() {
      if (open) {
        open = false;
        thread.leave(before);
      }
    }
  }
}
