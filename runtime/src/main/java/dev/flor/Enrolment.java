package dev.flor;

import dev.flor.checkpoint.NotSavable;
import dev.flor.checkpoint.ObjectGraph;
import dev.flor.checkpoint.Snapshot;
import dev.flor.journal.CheckpointInfo.At;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Objects enrolled in checkpoints on one thread. The outermost loop begun since is the main loop:
 * the objects are saved at the ends of its turns and of the loops directly inside them.
 */
final class Enrolment {
  private final Run run;
  private final Checkpoints checkpoints;
  private final ThreadLoops thread;
  private final Enrolment outer;
  private final LoopFrame top;
  private Optional<ObjectGraph> graph;
  private LoopFrame main;
  private Pace pace = new Pace();

  private Enrolment(Run run, ThreadLoops thread, Optional<ObjectGraph> graph) {
    this.run = run;
    this.checkpoints = run.checkpoints();
    this.thread = thread;
    this.outer = thread.enrolment();
    this.top = thread.top();
    this.graph = graph;
  }

  /** Enrolls; objects that cannot be saved are a fault, and the program goes on without. */
  static Enrolment open(Run run, ThreadLoops thread, Object[] namesAndObjects) {
    Enrolment enrolment = new Enrolment(run, thread, graph(run, namesAndObjects));
    thread.enroll(enrolment);
    return enrolment;
  }

  private static Optional<ObjectGraph> graph(Run run, Object[] namesAndObjects) {
    try {
      return Optional.of(ObjectGraph.of(named(namesAndObjects)));
    } catch (NotSavable | RuntimeException | StackOverflowError e) {
      run.fault("checkpointing is off: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Map<String, Object> named(Object[] namesAndObjects) throws NotSavable {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < namesAndObjects.length; i += 2) {
      boolean pair = i + 1 < namesAndObjects.length && namesAndObjects[i] instanceof String;
      if (!pair || named.put((String) namesAndObjects[i], namesAndObjects[i + 1]) != null) {
        throw new NotSavable("it takes a name, its object, another name, its object, ...");
      }
    }
    return named;
  }

  /** The enrolled objects, if they can be saved and restored. */
  Optional<ObjectGraph> graph() {
    return graph;
  }

  void loopStarted(LoopFrame frame) {
    if (main == null) {
      main = frame;
    }
  }

  void turnEnded(LoopFrame frame, Context turn, long nanos) {
    if (frame == main && pace.asks(nanos) && checkpoints.wanted()) {
      pace.answered(consider(frame, At.ITERATION_END, frame.site(), turn.id(), pace.passed()));
    }
  }

  void loopEnded(LoopFrame frame, long nanos) {
    if (frame == main) {
      mainEnded();
    } else if (frame.below() == main && checkpoints.wanted()) {
      consider(frame, At.LOOP_END, At.LOOP_END + " " + frame.name(), frame.loop(), nanos);
    }
  }

  void loopAbandoned(LoopFrame frame) {
    if (frame == main) {
      mainEnded();
    }
  }

  /** Another main loop may follow; the turns of this one for which nobody was asked count, too. */
  private void mainEnded() {
    if (pace.passed() > 0 && graph.isPresent() && checkpoints.wanted()) {
      checkpoints.passed(main.site(), pace.passed());
    }
    pace = new Pace();
    main = null;
  }

  void close() {
    boolean same = run.threadLoops() == thread;
    if (same && (top == null || top.open())) {
      thread.abandonAbove(top);
    }
    if (thread.enrolment() == this) {
      thread.enroll(outer);
    }
  }

  /** Saves the objects if it is time to; else gives how many nanoseconds are lacking. */
  private long consider(LoopFrame frame, At at, String site, int id, long nanos) {
    long lacking = graph.isEmpty()
        ? Long.MAX_VALUE
        : checkpoints.lacking(site, nanos, graph.get().expectedBytes());
    if (lacking > 0) {
      return lacking;
    }
    frame.pause();
    long begun = System.nanoTime();
    try {
      Snapshot snapshot = graph.get().save();
      checkpoints.write(snapshot, site, at, id, begun);
    } catch (NotSavable | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      checkpoints.release();
      graph = Optional.empty();
      run.fault(
          "checkpointing is off: " + (e instanceof NotSavable ? e.getMessage() : Notices.of(e)));
    }
    return 0;
  }
}
