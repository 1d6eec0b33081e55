package dev.flor;

import dev.flor.journal.JournalWriter;
import dev.flor.journal.RunInfo;
import dev.flor.journal.RunLock;
import dev.flor.journal.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One run: its journal, its threads' loops, its version and its checkpoints. */
final class Run {
  /** A run that is shorter gains less by a rehearsal than that costs. */
  private static final long LONG_RUN_NANOS = 3_000_000_000L;

  /** So does one whose turns are shorter: by then it has had fifteen thousand of them. */
  private static final long LONG_TURN_NANOS = 200_000;

  /** A single one may be long by chance. */
  private static final int LONG_TURNS = 3;

  private final RunFolder folder;
  private final JournalWriter journal;
  private final RunLock lock;
  private final Context root = Context.root();
  private final AtomicInteger threadCount = new AtomicInteger();

  @SuppressWarnings(
      "ThreadLocalUsage") // each run has its own, and a lambda would take the start of the program
  // longer
  private final ThreadLocal<ThreadLoops> threads = new ThreadLocal<>() {
    @Override
    protected ThreadLoops initialValue() {
      threadCount.incrementAndGet();
      return new ThreadLoops(root);
    }
  };

  /** Of the first thread that took part: mostly it is the one that asks, and found sooner than in {@link #threads}. */
  private ThreadLoops first; // about: of several that come first together, any one

  private final Optional<Replay> replay;
  private final Args args;
  private final Checkpoints checkpoints;
  private final Optional<VersionRecorder> version;
  private final Progress progress;
  private final long opened = System.nanoTime();
  private int longTurns; // about: several threads may count
  private volatile String status = "completed";

  /**
   * Opens the run in its folder, which is there and empty.
   *
   * @param ahead what is done ahead of this thread: recording the version waits for it, since there may be two cores only
   */
  Run(RunFolder folder, Optional<Replay> replay, Optional<Thread> ahead) throws IOException {
    this.folder = folder;
    this.replay = replay;
    this.progress = Progress.wanted();
    this.lock = folder.lock();
    this.journal = JournalWriter.prepare(folder.journal(), new Notices.Saying());
    this.args = new Args(journal, replay);
    RunInfo head = RunHead.of(folder.runId(), replay);
    journal.begin();
    journal.runStarted(head);
    this.checkpoints = new Checkpoints(folder.checkpoints(), journal, replay.isPresent());
    this.version = replay.isPresent()
        ? Optional.empty()
        : VersionRecorder.start(journal, folder.path(), folder.runId(), ahead);
  }

  /** A run of which nothing is kept, with loops and values and no more. */
  Run(JournalWriter journal) {
    this.journal = journal;
    this.replay = Optional.empty();
    this.version = Optional.empty();
    this.progress = null;
    this.folder = null;
    this.lock = null;
    this.args = null;
    this.checkpoints = null;
  }

  /**
   * Counts a turn, and says whether it is time to have the code of turns compiled: once, in a run of a program that lasts, and not in one
   * that is played again or recorded nowhere.
   *
   * @param now when it ended
   * @param nanos how long it took
   */
  boolean dueToRehearse(long now, long nanos) {
    if (nanos < LONG_TURN_NANOS || ++longTurns < LONG_TURNS || now - opened < LONG_RUN_NANOS) {
      return false;
    }
    longTurns = Integer.MIN_VALUE;
    return replay.isEmpty() && folder != null;
  }

  /** Nothing is lost by it. */
  void notRehearsed(Throwable why) {
    fault("the code of turns was not compiled ahead: " + Notices.of(why));
  }

  String id() {
    return folder.runId();
  }

  /** The commit of the source snapshot, waited for; in a replay, the version replayed. */
  Optional<String> version() {
    return replay.isPresent()
        ? replay.map(to -> to.order().version())
        : version.flatMap(VersionRecorder::commit);
  }

  JournalWriter journal() {
    return journal;
  }

  Args args() {
    return args;
  }

  Optional<Replay> replay() {
    return replay;
  }

  /** Shows how far the loops are; null when nobody wants to see it. */
  Progress progress() {
    return progress;
  }

  Checkpoints checkpoints() {
    return checkpoints;
  }

  ThreadLoops threadLoops() {
    ThreadLoops likely = first;
    return likely != null && likely.isCurrent() ? likely : found();
  }

  private ThreadLoops found() {
    ThreadLoops own = threads.get();
    if (first == null) {
      first = own;
    }
    return own;
  }

  void log(String name, double value) {
    threadLoops().contextOf(name).log(journal, name, value);
  }

  void log(String name, long value) {
    journal.value(threadLoops().contextOf(name).id(), name, value);
  }

  void log(String name, boolean value) {
    journal.value(threadLoops().contextOf(name).id(), name, value);
  }

  void log(String name, Object value) {
    journal.value(threadLoops().contextOf(name).id(), name, Values.of(value));
  }

  /** What an item is called; its text is the program's own code and may fail. */
  Value valueOfItem(Object item, long index) {
    try {
      return Values.ofItem(item, index);
    } catch (RuntimeException | Error e) {
      fault("an item of a loop has no text: " + Notices.of(e));
      return Value.of(index);
    }
  }

  void endContext(Context context, long nanos) {
    DrivenLoop.endAll(this, context);
    journal.iterationEnded(context.id(), nanos);
  }

  /** Records and says that flor could not do something; the program goes on. */
  void fault(String message) {
    journal.fault(message);
    Notices.say(message);
  }

  /** The main thread dies of an exception of the program. */
  void failed(Throwable uncaught) {
    status = "failed";
    threadLoops().context().id(); // a short turn in which nothing was logged is told now
    journal.fault("uncaught exception: " + uncaught);
  }

  /** The process is told to end before the program has. */
  void stopped() {
    if (status.equals("completed")) {
      status = "stopped";
    }
  }

  /** Waits for what is being written, within bounds, and closes the journal. */
  void close() {
    close(status);
  }

  void close(String as) {
    Instant end = Instant.now();
    int took = threadCount.get();
    checkpoints.close();
    if (version.isPresent()) {
      version.get().await();
    }
    DrivenLoop.endAll(this, root);
    journal.close(as, end, took);
    try {
      lock.close();
    } catch (IOException e) {
      Notices.say("the run's lock could not be released: " + e.getMessage());
    }
    Path file = folder.journal();
    if (!Files.exists(file)) {
      Notices.say("the run's journal was deleted while the program ran: " + file);
    }
  }
}
