package dev.flor;

import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Optional;

/** The run of this process: opened by the first call, closed at exit or by a commit. */
final class Runs {
  /** The exit code of a replay that cannot do what it was told. */
  static final int CANNOT_REPLAY = 86;

  private static volatile Run current;
  private static volatile boolean unable;
  private static boolean opened;

  private Runs() {}

  /** The run, opened if need be; null when none can be had. */
  static Run current() {
    Run run = current;
    if (run != null) {
      return run;
    }
    return unable ? null : open();
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
    try {
      Optional<Replay> replay = Settings.replayOrder().map(file -> Replay.read(file, !opened));
      Optional<String> told = opened
          ? Optional.empty()
          : replay.map(to -> to.order().runId()).or(() -> Settings.property("flor.run.id"));
      if (replay.isPresent()) {
        Settings.property("flor.parent").ifPresent(Runs::endWith);
      }
      RunFolder folder =
          RunFolder.create(Settings.florDirectory(Settings.workingDirectory()), told);
      if (!opened) {
        Runtime.getRuntime().addShutdownHook(new Thread(Runs::exit, "flor-exit"));
      }
      Run run = new Run(folder, replay);
      watch(Thread.currentThread());
      opened = true;
      current = run;
      return run;
    } catch (IOException | RuntimeException | LinkageError e) {
      return none(e);
    }
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

  private static void exit() {
    Run run;
    synchronized (Runs.class) {
      unable = true;
      run = current;
      current = null;
    }
    if (run != null) {
      run.close();
    }
  }

  /** Sees an exception that ends the main thread; whoever handled it before still does. */
  private static void watch(Thread thread) {
    if (opened || !thread.getName().equals("main")) {
      return;
    }
    UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((dying, uncaught) -> {
      Run run = current;
      if (run != null) {
        run.failed(uncaught);
      }
      before.uncaughtException(dying, uncaught);
    });
  }
}
