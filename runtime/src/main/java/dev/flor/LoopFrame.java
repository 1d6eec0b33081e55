package dev.flor;

import dev.flor.journal.CheckpointInfo.At;
import java.util.List;

/** One named loop in progress on one thread. None of its methods throws. */
final class LoopFrame {
  /** A turn that follows one so short is told with what is logged in it. */
  static final long QUICK_NANOS = 1_000_000;

  private final Run run;
  private final ThreadLoops thread;
  private final Progress progress;
  private final LoopFrame below;
  private final Context outer;
  private final String name;
  private final List<String> path;
  private final int loop;
  private final long started = System.nanoTime();
  private final long total;
  private Context turn;
  private long turnStarted;
  private boolean prompt;

  /** When the last turn ended; 0 where flor did something since that takes time, another loop began, or another thread had the iterator. */
  private long turnEnded;

  private long index;
  private boolean open = true;
  private final Whereabouts home;
  private LoopCode code;
  private final Looks looks = new Looks();

  /** The last turn, over and not yet told so: with luck the next one is told in the same record. */
  private Context held;

  private long heldNanos;
  private boolean counted;
  private long number;
  private String site;

  private LoopFrame(Run run, ThreadLoops thread, String name, long total, Whereabouts home) {
    this.run = run;
    this.progress = run.progress();
    this.home = home;
    this.thread = thread;
    this.below = thread.top();
    this.outer = thread.context();
    this.name = name;
    this.total = total;
    synchronized (outer) {
      this.path = Context.loopPath(outer.path(), name, outer.countLoop(name));
      this.loop = run.journal().loopStarted(outer.id(), name, total);
    }
  }

  static LoopFrame open(Run run, String name, long total) {
    ThreadLoops thread = run.threadLoops();
    Whereabouts home = Whereabouts.now();
    thread.abandonLeft(home);
    if (thread.top() != null) {
      thread.top().turnEnded = 0;
    }
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

  /** What the ends of its turns are counted as, among the places where a checkpoint may be taken. */
  String site() {
    if (site == null) {
      site = At.ITERATION_END + " " + name;
    }
    return site;
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
    return open && (thread.isCurrent() || run.threadLoops() == thread);
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
    return code != null && looks.due(name, index);
  }

  void looked(String name) {
    looks.looked(name, index);
  }

  /** Its items take no time: a turn begins when the one before ended, and the clock is read once for both. */
  void drawsPromptly() {
    prompt = true;
  }

  /** Turns before the first served one are drawn and dropped. */
  void skipTo(long first) {
    index = first;
  }

  long index() {
    return index;
  }

  /** How many turns there will be, or -1. */
  long total() {
    return total;
  }

  /** When the loop began. */
  long started() {
    return started;
  }

  /** When the turn that is open began. */
  long turnStarted() {
    return turnStarted;
  }

  /**
   * Begins a turn. The journal is told now; where items follow one another, together with the end of the turn
   * before; and where that one was short, when something is logged in it or it ends: a million short turns are
   * no more bytes than what is logged in them.
   */
  void beginTurn(Object item) {
    if (!here()) {
      turnEnded = 0;
      return;
    }
    long before = number;
    boolean follows = counted;
    counted = item instanceof Integer || item instanceof Long;
    number = counted ? ((Number) item).longValue() : 0;
    if (held != null && follows && counted && number == before + 1) {
      turn = heldNanos > QUICK_NANOS
          ? Context.of(tellTurn(), path, index)
          : Context.untold(this, path, index);
    } else {
      tellHeld();
      int id = run.journal().iterationStarted(loop, index, run.valueOfItem(item, index));
      turn = Context.of(id, path, index);
    }
    thread.enter(turn);
    turnStarted = prompt && turnEnded != 0 ? turnEnded : System.nanoTime();
    if (progress != null) {
      progress.turnBegan(this);
    }
  }

  /** Tells the journal of the turn that is open, and gives its number. */
  int tellTurn() {
    Context before = held;
    int id = run.journal().nextIteration(before.id(), heldNanos, loop, index, number);
    held = null; // not before: what fails for want of stack is told by the next
    return id;
  }

  /** Tells the journal of the turn that is open, and of a number logged in it. */
  int tellTurn(String name, double value) {
    Context before = held;
    int id = run.journal().nextIteration(before.id(), heldNanos, loop, index, number, name, value);
    held = null;
    return id;
  }

  /** Tells the journal that the last turn is over, if it does not know yet. */
  void tellHeld() {
    if (held != null) {
      run.journal().iterationEnded(held.id(), heldNanos);
      held = null;
    }
  }

  /** Between two turns, the program's thread is about to do something that takes time. */
  void pause() {
    tellHeld();
    turnEnded = 0;
  }

  /** Ends the turn that is open, if one is. The loop has come back to its head. Gives the index of the next one. */
  long endTurn() {
    if (!here()) {
      return index;
    }
    if (thread.top() != this) {
      thread.abandonAbove(this);
    }
    if (turn != null) {
      Context ended = turn;
      long nanos = closeTurn();
      index++;
      Enrolment enrolment = thread.enrolment();
      if (enrolment != null) {
        enrolment.turnEnded(this, ended, nanos);
      }
    }
    return index;
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

  /** Ends a loop that is left, and those in it. */
  void leave() {
    if (here()) {
      thread.abandonAbove(below);
    }
  }

  /** Records that the loop was left on the way. */
  void abandon() {
    if (turn != null) {
      closeTurn();
    }
    open = false;
    tellHeld();
    run.journal().loopEnded(loop, false, System.nanoTime() - started);
    if (progress != null) {
      progress.loopEnded(this);
    }
    if (thread.enrolment() != null) {
      thread.enrolment().loopAbandoned(this);
    }
  }

  private long close(boolean skipped) {
    open = false;
    tellHeld();
    long nanos = System.nanoTime() - started;
    run.journal().loopEnded(loop, skipped, nanos);
    if (progress != null) {
      progress.loopEnded(this);
    }
    thread.pop(this);
    return nanos;
  }

  /** Makes the turn that is open as long as if it had begun then, on the clock of {@link System#nanoTime}. */
  void startedAt(long nanos) {
    turnStarted = nanos;
  }

  private long closeTurn() {
    long now = System.nanoTime();
    long nanos = now - turnStarted;
    if (run.dueToRehearse(now, nanos)) {
      Runs.rehearse(run);
    }
    DrivenLoop.endAll(run, turn);
    turn.id();
    held = turn;
    heldNanos = nanos;
    turnEnded = now;
    if (!counted) {
      tellHeld();
    }
    turn = null;
    thread.enter(outer);
    return nanos;
  }
}
