package dev.flor.replay;

import dev.flor.FlorException;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.ReplayInterruptedException;
import dev.flor.replay.project.Workspace;
import dev.flor.store.FlorStore;
import dev.flor.store.model.PlacementRow;
import dev.flor.store.model.ReplayRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs a plan's tasks side by side and keeps each verdict as soon as it is there. */
final class Batch {
  private final Project project;
  private final ReplayPlan plan;
  private final TaskRunner runner;
  private final ReplayListener listener;
  private final Consumer<String> notice;

  /** The keys that this command has a lock on: trying one a second time would let go of it. */
  private final Set<String> own = ConcurrentHashMap.newKeySet();

  private final Map<String, Object> equal = new ConcurrentHashMap<>();

  Batch(
      Project project,
      ReplayPlan plan,
      TaskRunner runner,
      ReplayListener listener,
      Consumer<String> notice) {
    this.project = project;
    this.plan = plan;
    this.runner = runner;
    this.listener = listener;
    this.notice = notice;
  }

  ReplayReport run() {
    Workspace.sweep(project);
    TaskLock.sweep(project.florDir());
    // One more than there are processes: while all run, the next task is laid out and built. One
    // process is one task at a time: what is finished is stored before the next begins.
    int jobs = plan.request().jobs();
    ExecutorService workers = Executors.newFixedThreadPool(jobs == 1 ? 1 : jobs + 1);
    try {
      List<Optional<TaskReport>> first = inOrder(workers, plan.tasks(), this::unlessBusy);
      List<ReplayTask> busy = new ArrayList<>();
      for (int i = 0; i < first.size(); i++) {
        if (first.get(i).isEmpty()) {
          busy.add(plan.tasks().get(i));
        }
      }
      Iterator<TaskReport> later = inOrder(workers, busy, this::whenFree).iterator();
      return new ReplayReport(
          first.stream().map(report -> report.orElseGet(later::next)).toList());
    } finally {
      workers.shutdownNow();
    }
  }

  private static <T> List<T> inOrder(
      ExecutorService workers, List<ReplayTask> tasks, Function<ReplayTask, T> work) {
    List<Future<T>> results = new ArrayList<>();
    for (ReplayTask task : tasks) {
      Callable<T> call = () -> work.apply(task);
      results.add(workers.submit(call));
    }
    return results.stream().map(Batch::get).toList();
  }

  /** Nothing, if another flor command is at the same task: there may be others to do meanwhile. */
  private Optional<TaskReport> unlessBusy(ReplayTask task) {
    if (task.decided().isPresent()) {
      return Optional.of(finish(report(task)));
    }
    if (!own.add(task.key())) {
      return Optional.empty(); // equal versions have equal keys: one of them first
    }
    try {
      return TaskLock.tryTake(project.florDir(), task.key()).map(lock -> locked(task, lock));
    } finally {
      own.remove(task.key());
    }
  }

  /** By then no other thread of this command has a lock, but for those at equal versions. */
  private TaskReport whenFree(ReplayTask task) {
    synchronized (equal.computeIfAbsent(task.key(), key -> new Object())) {
      return waited(task);
    }
  }

  private TaskReport waited(ReplayTask task) {
    Optional<TaskLock> free = TaskLock.tryTake(project.florDir(), task.key());
    if (free.isEmpty()) {
      notice.accept(
          "waiting for another flor command that replays " + task.version().abbreviated());
    }
    return locked(task, free.orElseGet(() -> TaskLock.take(project.florDir(), task.key())));
  }

  /** Whoever had the lock before may have done it all. */
  private TaskReport locked(ReplayTask task, TaskLock lock) {
    try {
      boolean done = !plan.request().force() && Planner.isReplayed(project.florDir(), task.key());
      return finish(report(done ? task.decidedAs(Outcome.CACHED) : task));
    } finally {
      lock.close();
    }
  }

  private static <T> T get(Future<T> report) {
    try {
      return report.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayInterruptedException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** A version that the environment lets down is reported like any other: it never stops the rest. */
  private TaskReport report(ReplayTask task) {
    if (task.decided().isPresent()) {
      return decided(task);
    }
    try {
      return runner.run(task);
    } catch (ReplayInterruptedException e) {
      throw e;
    } catch (FlorException e) {
      return ended(task, Outcome.RUN_FAILED, e.getMessage() + " (" + e.hint() + ")");
    }
  }

  /** Where the values are in the store, the report names the runs that hold them. */
  private TaskReport decided(ReplayTask task) {
    Outcome outcome = task.decided().orElseThrow();
    List<String> runs = outcome == Outcome.CACHED
        ? Planner.replayed(project.florDir(), task.key())
            .map(ReplayRecord::replayRuns)
            .orElse(List.of())
        : List.of();
    String detail = outcome == Outcome.REFUSED ? task.absent().orElse("") : "";
    return new TaskReport(
        task, outcome, detail, runs, 0, 0, Optional.empty(), false, Optional.empty());
  }

  private static TaskReport ended(ReplayTask task, Outcome outcome, String detail) {
    return new TaskReport(
        task, outcome, detail, List.of(), 0, 0, Optional.empty(), false, Optional.empty());
  }

  private synchronized TaskReport finish(TaskReport report) {
    if (report.outcome() != Outcome.CACHED) {
      FlorStore.keep(project.florDir(), record(report));
    }
    listener.finished(report);
    return report;
  }

  private ReplayRecord record(TaskReport report) {
    Optional<Placement.Refused> refused = report.refused().stream().findFirst();
    return new ReplayRecord(
        report.task().key(),
        report.task().version().id(),
        report.task().baseRun(),
        plan.request().names(),
        report.outcome().word(),
        refused.map(refusal -> refusal.reason().id()),
        refused.map(refusal -> refusal.file() + ":" + refusal.line()),
        report.detail().isEmpty()
            ? refused.map(Placement.Refused::detail).orElse("")
            : report.detail(),
        report.replayRuns(),
        report.compared(),
        report.differing(),
        report.log().map(this::relative),
        report.task().propagation().placements().stream().map(Batch::row).toList());
  }

  private static PlacementRow row(Placement placement) {
    Probe probe = placement.probe();
    String name = probe.name().orElse("");
    return placement.fold(
        in -> new PlacementRow(
            name,
            probe.file(),
            probe.line(),
            "inserted",
            in.file(),
            in.line(),
            Optional.empty(),
            in.explanation()),
        there -> new PlacementRow(
            name,
            probe.file(),
            probe.line(),
            "present",
            there.file(),
            there.line(),
            Optional.empty(),
            ""),
        no -> new PlacementRow(
            name,
            probe.file(),
            probe.line(),
            "refused",
            no.file(),
            no.line(),
            Optional.of(no.reason().id()),
            no.detail()));
  }

  private String relative(Path log) {
    return project.root().relativize(log).toString().replace('\\', '/');
  }
}
