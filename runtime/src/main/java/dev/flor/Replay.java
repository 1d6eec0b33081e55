package dev.flor;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.checkpoint.NotRestorable;
import dev.flor.checkpoint.NotSavable;
import dev.flor.checkpoint.ObjectGraph;
import dev.flor.checkpoint.Restoration;
import dev.flor.checkpoint.Snapshot;
import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.ReplayOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A replay: what it was told, and what it may use of the recorded run. */
final class Replay {
  private final ReplayOrder order;
  private final Optional<RecordedRun> recorded;

  private Replay(ReplayOrder order) {
    this.order = order;
    this.recorded = order.replayOf().map(RecordedRun::read);
  }

  /**
   * Reads the order.
   *
   * @param first false for a run that the program opens after a commit: the order is not about it
   */
  static Replay read(Path file, boolean first) {
    ReplayOrder order = ReplayOrder.read(file);
    return new Replay(
        first ? order : ReplayOrder.builder(order.runId(), order.version()).build());
  }

  ReplayOrder order() {
    return order;
  }

  boolean hasRecordedRun() {
    return recorded.isPresent();
  }

  Optional<String> arg(String name) {
    return recorded
        .flatMap(run -> run.arg(name))
        .or(() -> Optional.ofNullable(order.args().get(name)));
  }

  /** Restores the state at the end of a loop that no probe needs, if that can be done. */
  boolean skip(LoopFrame frame) {
    if (!order.skipLoops().contains(frame.name())) {
      return false;
    }
    try {
      Optional<Restoration> restoration = restoration(frame, frame.path());
      restoration.ifPresent(found -> apply(frame, found));
      return restoration.isPresent();
    } catch (NotRestorable e) {
      frame.run().fault("loop " + frame.name() + " is executed: " + e.getMessage());
      return false;
    }
  }

  /** The turns that are served of a loop. */
  Segment segment(LoopFrame frame) {
    boolean main = order.mainLoop().filter(frame.name()::equals).isPresent()
        && frame.outer().isRoot()
        && frame.path().equals(List.of(frame.name(), "0"));
    return main ? new MainSegment(frame) : Segment.EVERYTHING;
  }

  private Optional<Restoration> restoration(LoopFrame frame, List<String> path)
      throws NotRestorable {
    Optional<CheckpointInfo> taken = recorded.flatMap(run -> run.checkpoint(path));
    Optional<Enrolment> enrolment =
        Optional.ofNullable(frame.run().threadLoops().enrolment());
    if (taken.isEmpty() || enrolment.flatMap(Enrolment::graph).isEmpty()) {
      return Optional.empty();
    }
    long begun = System.nanoTime();
    byte[] bytes = recorded.get().folder().read(taken.get().digest());
    Restoration restoration = enrolment.get().graph().get().prepare(bytes);
    measured(System.nanoTime() - begun, taken.get());
    return Optional.of(restoration);
  }

  /** Reading, checking and laying beside the live objects is nearly all that restoring takes. */
  private void measured(long nanos, CheckpointInfo taken) {
    try {
      recorded.get().ratio().measured(nanos, taken.materialiseNanos());
    } catch (IOException | RuntimeException e) {
      Notices.say("how long restoring takes is not kept: " + Notices.of(e));
    }
  }

  private static void apply(LoopFrame frame, Restoration restoration) {
    try {
      restoration.apply();
    } catch (NotRestorable | RuntimeException e) {
      cannot(frame, Notices.of(e)); // half restored: there is no way on from here
    }
  }

  /** Where the recorded run has a checkpoint after the last turn, the state now must be the same. */
  private void compareState(LoopFrame main) {
    boolean turned = main.index() > order.firstIteration();
    Optional<CheckpointInfo> taken = !turned
        ? Optional.empty()
        : recorded.flatMap(
            run -> run.checkpoint(Context.of(0, main.path(), main.index() - 1).path()));
    Optional<Enrolment> enrolment = Optional.ofNullable(main.run().threadLoops().enrolment());
    Optional<ObjectGraph> graph = enrolment.flatMap(Enrolment::graph);
    if (taken.isEmpty() || graph.isEmpty()) {
      return;
    }
    try {
      Snapshot now = graph.get().save();
      if (graph.get().comparable()
          && !CheckpointFolder.digest(now).equals(taken.get().digest())) {
        main.run()
            .fault(ReplayOrder.OTHER_STATE + " after " + main.name() + "=" + (main.index() - 1));
      }
      now.release();
    } catch (NotSavable | RuntimeException | StackOverflowError e) {
      main.run().fault("the enrolled state is not compared: " + Notices.of(e));
    }
  }

  private static void cannot(LoopFrame frame, String why) {
    frame.run().fault("this replay cannot go on: " + why);
    Runs.halt(frame.run(), "failed", Runs.CANNOT_REPLAY);
  }

  /** The part of the main loop that this process serves. */
  private final class MainSegment implements Segment {
    private final LoopFrame frame;

    MainSegment(LoopFrame frame) {
      this.frame = frame;
    }

    @Override
    public long first() {
      return order.firstIteration();
    }

    @Override
    public long end() {
      return order.endIteration() < 0 ? Long.MAX_VALUE : order.endIteration();
    }

    @Override
    public void tooShort(long turns) {
      cannot(frame, "loop " + frame.name() + " has only " + turns + " turns");
    }

    @Override
    public void begin(LoopFrame main) {
      if (first() == 0) {
        return;
      }
      List<String> before = Context.of(0, main.path(), first() - 1).path();
      try {
        Optional<Restoration> restoration = restoration(main, before);
        restoration.ifPresent(found -> apply(main, found));
        if (restoration.isEmpty()) {
          cannot(main, "no checkpoint at the end of turn " + (first() - 1));
        }
      } catch (NotRestorable e) {
        cannot(main, e.getMessage());
      }
    }

    @Override
    public void over() {
      if (first() > 0 || !order.skipLoops().isEmpty()) {
        compareState(frame);
      }
      if (order.stopAfterSegment()) {
        Runs.halt(frame.run(), "stopped", 0);
      }
    }
  }
}
