package dev.flor;

import dev.flor.journal.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One named loop in progress on one thread. None of its methods throws. */
final class LoopFrame {
  private final Run run;
  private final ThreadLoops thread;
  private final LoopFrame below;
  private final Context outer;
  private final String name;
  private final List<String> path;
  private final int loop;
  private final long started = System.nanoTime();
  private Context turn;
  private long turnStarted;
  private long index;
  private boolean open = true;
  private final Whereabouts home;
  private LoopCode code;
  private final Map<String, Looks> looks = new HashMap<>(); // looked up, never walked

  private LoopFrame(Run run, ThreadLoops thread, String name, long total, Whereabouts home) {
    this.run = run;
    this.home = home;
    this.thread = thread;
    this.below = thread.top();
    this.outer = thread.context();
    this.name = name;
    synchronized (outer) {
      this.path = Context.loopPath(outer.path(), name, outer.countLoop(name));
      this.loop = run.journal().loopStarted(outer.id(), name, total);
    }
  }

  static LoopFrame open(Run run, String name, long total) {
    ThreadLoops thread = run.threadLoops();
    Whereabouts home = Whereabouts.now();
    thread.abandonLeft(home);
    LoopFrame frame = new LoopFrame(run, thread, name, total, home);
    thread.push(frame);
    if (thread.enrolment() != null) {
      thread.enrolment().loopStarted(frame);
    }
    return frame;
  }

  LoopFrame below() {
    return below;
  }

  /** Where the loop begins. */
  Context outer() {
    return outer;
  }

  String name() {
    return name;
  }

  /** Where the loop stands, the same in every execution of the program. */
  List<String> path() {
    return path;
  }

  int loop() {
    return loop;
  }

  Run run() {
    return run;
  }

  boolean open() {
    return open;
  }

  /** Whether this thread is still in the loop; an iterator may outlive it, or change threads. */
  boolean here() {
    return open && run.threadLoops() == thread;
  }

  /** The loop asks for its first item: the place in the program where it does so is the loop's. */
  void locate() {
    code = Whereabouts.now().loop(home).orElse(null);
  }

  /** Whether the program has left the loop, as far as its bytecode tells; false when unsure. */
  boolean left(Whereabouts now) {
    return code != null && now.outside(code, home);
  }

  /** Whether to look where the program is before a value of this name is logged. */
  boolean needsLook(String name) {
    if (code == null) {
      return false;
    }
    Looks known = looks.get(name);
    return known == null || known.due(index);
  }

  void looked(String name) {
    looks.computeIfAbsent(name, any -> new Looks(index));
  }

  /** Turns before the first served one are drawn and dropped. */
  void skipTo(long first) {
    index = first;
  }

  long index() {
    return index;
  }

  void beginTurn(Object item) {
    if (!here()) {
      return;
    }
    Value value = run.valueOfItem(item, index);
    int id = run.journal().iterationStarted(loop, index, value);
    turn = Context.of(id, path, index);
    thread.enter(turn);
    turnStarted = System.nanoTime();
  }

  /** Ends the turn that is open, if one is. The loop has come back to its head. */
  void endTurn() {
    if (!here()) {
      return;
    }
    thread.abandonAbove(this);
    if (turn == null) {
      return;
    }
    Context ended = turn;
    long nanos = closeTurn();
    index++;
    if (thread.enrolment() != null) {
      thread.enrolment().turnEnded(this, ended, nanos);
    }
  }

  /** Ends the loop at its end. */
  void end(boolean skipped) {
    if (!here()) {
      return;
    }
    long nanos = close(skipped);
    if (thread.enrolment() != null && !skipped) {
      thread.enrolment().loopEnded(this, nanos);
    }
  }

  /** Records that the loop was left on the way. */
  void abandon() {
    if (turn != null) {
      closeTurn();
    }
    open = false;
    run.journal().loopEnded(loop, false, System.nanoTime() - started);
    if (thread.enrolment() != null) {
      thread.enrolment().loopAbandoned(this);
    }
  }

  private long close(boolean skipped) {
    open = false;
    long nanos = System.nanoTime() - started;
    run.journal().loopEnded(loop, skipped, nanos);
    thread.pop(this);
    return nanos;
  }

  private long closeTurn() {
    long nanos = System.nanoTime() - turnStarted;
    run.endContext(turn, nanos);
    turn = null;
    thread.enter(outer);
    return nanos;
  }

  /**
   * How often a name was logged in a turn. Looking takes about as long as fifty logs, so it is done at
   * the first value of a name in a loop, and at the second, fourth, eighth, ... in the same turn.
   */
  private static final class Looks {
    private long turn;
    private long count = 1;

    Looks(long turn) {
      this.turn = turn;
    }

    boolean due(long now) {
      count = turn == now ? count + 1 : 1;
      turn = now;
      return count > 1 && Long.bitCount(count) == 1;
    }
  }
}
