package dev.flor;

/** One turn of a loop that the user's program drives itself, from {@link Flor#iteration}. */
public final class Iteration implements AutoCloseable {
  private final Run run;
  private final ThreadLoops thread;
  private final Context outer;
  private final LoopFrame top;
  private final Context turn;
  private final long started = System.nanoTime();
  private boolean open;

  /** A turn that is not recorded: there is no run. */
  Iteration() {
    this(null, null, null);
  }

  private Iteration(Run run, ThreadLoops thread, Context turn) {
    this.run = run;
    this.thread = thread;
    this.turn = turn;
    this.open = run != null;
    this.outer = open ? thread.context() : null;
    this.top = open ? thread.top() : null;
  }

  static Iteration begin(Run run, String name, long index, Object value) {
    ThreadLoops thread = run.threadLoops();
    Context turn = DrivenLoop.turn(run, thread.context(), name, index, value);
    Iteration iteration = new Iteration(run, thread, turn);
    thread.enter(turn);
    return iteration;
  }

  /** Ends the turn. On another thread than the one that began it, only the turn itself ends. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    if (run.threadLoops() == thread && (top == null || top.open())) {
      thread.abandonAbove(top);
      thread.enter(outer);
    }
    run.endContext(turn, System.nanoTime() - started);
  }
}
