package dev.flor;

import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The run of this process: opened by the first call, closed at exit or by a commit. */
final class Runs {
  /** The exit code of a replay that cannot do what it was told. */
  static final int CANNOT_REPLAY = 86;

  private static volatile Run current;
  private static volatile boolean unable;
  private static volatile boolean ended;
  private static boolean opened;
  private static final AtomicBoolean REHEARSED = new AtomicBoolean();

  private Runs() {}

  /** The run, opened if need be; null when none can be had. */
  static Run current() {
    Run run = current;
    if (run != null) {
      return run;
    }
    return unable ? afterEnd() : open();
  }

  /** Has the code of turns compiled, once in a process, if there is a core to spare. Never throws. */
  static void rehearse(Run played) {
    try {
      if (Runtime.getRuntime().availableProcessors() > 1 && REHEARSED.compareAndSet(false, true)) {
        Rehearsal.start(played);
      }
    } catch (RuntimeException | Error e) {
      played.notRehearsed(e);
    }
  }

  /** Closes the run; the next call opens another. */
  static synchronized void commit() {
    Run run = current;
    if (run != null) {
      current = null;
      run.close();
    }
  }

  /** Closes the journal of a replay and ends the process at once. */
  static void halt(Run run, String status, int code) {
    unable = true;
    run.close(status);
    System.out.flush();
    System.err.flush();
    Runtime.getRuntime().halt(code);
  }

  private static synchronized Run open() {
    if (current != null || unable) {
      return current;
    }
    boolean interrupted = Thread.interrupted(); // or it could not open a file
    try {
      Optional<Path> order = Settings.replayOrder();
      Optional<Replay> replay =
          order.isPresent() ? Optional.of(Replay.read(order.get(), !opened)) : Optional.empty();
      if (replay.isPresent()) {
        Settings.property("flor.parent").ifPresent(Runs::endWith);
      }
      Optional<Thread> ahead = Optional.empty();
      if (!opened) {
        ahead = Optional.of(HeadStart.take());
        Runtime.getRuntime().addShutdownHook(new Exit()); // not when the process is ending already
      }
      RunFolder folder =
          RunFolder.create(Settings.florDirectory(Settings.workingDirectory()), toldId(replay));
      Run run = new Run(folder, replay, ahead);
      watch(Thread.currentThread());
      opened = true;
      current = run;
      return run;
    } catch (IOException | RuntimeException | Error e) {
      return none(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Other threads go on while the process ends, and what they do is not silently lost. */
  private static Run afterEnd() {
    if (ended) {
      Notices.say("the run has ended with the process: what is logged later is not recorded");
    }
    return null;
  }

  private static Optional<String> toldId(Optional<Replay> replay) {
    if (opened) {
      return Optional.empty();
    }
    return replay.isPresent()
        ? Optional.of(replay.get().order().runId())
        : Settings.property("flor.run.id");
  }

  /** A replay that nobody waits for any more ends, with all that it has started. */
  private static void endWith(String parent) {
    ProcessHandle.of(Long.parseLong(parent)).ifPresent(waiting -> {
      Thread watch = new Thread(() -> endAfter(waiting), "flor-parent");
      watch.setDaemon(true);
      watch.start();
    });
  }

  private static void endAfter(ProcessHandle waiting) {
    waiting.onExit().join();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(CANNOT_REPLAY);
  }

  private static Run none(Throwable why) {
    unable = true;
    Notices.say("nothing is recorded: " + Notices.of(why));
    if (Settings.replayOrder().isPresent()) {
      Runtime.getRuntime().halt(CANNOT_REPLAY);
    }
    return null;
  }

  /** The run, which nobody else gets from now on; null if there is none. */
  private static synchronized Run taken() {
    Run run = current;
    ended = run != null;
    unable = true;
    current = null;
    return run;
  }

  /** Closes the run when the process ends. */
  private static final class Exit extends Thread {
    Exit() {
      super("flor-exit");
    }

    @Override
    public void run() {
      Run run = taken();
      if (run != null) {
        if (bySignal()) {
          run.stopped();
        }
        run.close();
      }
    }

    /** Whether the process ends because somebody wants it to: then a thread is still at that, by this name. */
    private static boolean bySignal() {
      ThreadGroup all = Thread.currentThread().getThreadGroup();
      while (all.getParent() != null) {
        all = all.getParent();
      }
      Thread[] threads = new Thread[2 * all.activeCount() + 16];
      int count = all.enumerate(threads);
      for (int i = 0; i < count; i++) {
        String name = threads[i].getName();
        if (name.startsWith("SIG") && name.endsWith(" handler")) {
          return true;
        }
      }
      return false;
    }
  }

  /** Sees an exception that ends the main thread; whoever handled it before still does. */
  private static void watch(Thread thread) {
    if (opened || !thread.getName().equals("main")) {
      return;
    }
    thread.setUncaughtExceptionHandler(new Last(thread.getUncaughtExceptionHandler()));
  }

  /** Tells the run of the exception that ends the main thread. */
  private static final class Last implements UncaughtExceptionHandler {
    private final UncaughtExceptionHandler before;

    Last(UncaughtExceptionHandler before) {
      this.before = before;
    }

    @Override
    public void uncaughtException(Thread dying, Throwable uncaught) {
      Run run = current;
      if (run != null) {
        run.failed(uncaught);
      }
      before.uncaughtException(dying, uncaught);
    }
  }
}
