package dev.flor;

import dev.flor.checkpoint.CheckpointFolder;
import dev.flor.checkpoint.ObjectGraph;
import dev.flor.journal.CheckpointInfo;
import dev.flor.journal.RunInfo;
import dev.flor.snapshot.Head;
import dev.flor.snapshot.SourceSnapshot;
import java.nio.file.Path;
import java.util.Collections;

/**
 * Goes ahead of the program's thread while that opens the run, and does once what it is about to do: the classes are
 * loaded then. Nothing depends on it.
 */
final class HeadStart implements Runnable {
  private HeadStart() {}

  /** The thread that does so. */
  static Thread take() {
    Thread thread = new Thread(new HeadStart(), "flor-start");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    try {
      go();
    } catch (Exception | LinkageError e) {
      // Whatever it is: the program's thread will come to it, and says it.
    }
  }

  /** In the order in which the program's thread comes to it, from where it is when this thread has begun. */
  static void go() throws Exception {
    load(RunHead.class, RunInfo.Builder.class, Head.class);
    load(Checkpoints.class, Errands.class, CheckpointFolder.class, RestoreRatio.class);
    load(CheckpointPolicy.class, VersionRecorder.class);
    new SourceSnapshot(Path.of(""), Path.of(""), new Notices.Saying());
    load(ThreadLoops.class, Checkpointing.class, Enrolment.class);
    ObjectGraph.of(Collections.singletonMap("state", new double[1])).save().release();
    load(Pace.class, Indexed.class, NamedLoop.class, LoopFrame.class, Looks.class);
    Whereabouts.now();
    load(Indexed.Counter.class, LoopIterator.class, Segment.class, LoopCode.class);
    new MethodCode(ClassFile.of(HeadStart.class)).of("run", "()V");
    load(DrivenLoop.class, CheckpointInfo.At.class);
    Values.of(1L);
  }

  private static void load(Class<?>... types) throws ClassNotFoundException {
    for (Class<?> type : types) {
      Class.forName(type.getName(), true, HeadStart.class.getClassLoader());
    }
  }
}
