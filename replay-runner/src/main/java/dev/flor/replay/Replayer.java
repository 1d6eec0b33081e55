package dev.flor.replay;

import dev.flor.history.History;
import dev.flor.replay.process.ProcessRunner;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.Project;
import dev.flor.replay.project.UseLock;
import dev.flor.replay.propagation.VersionPropagator;
import dev.flor.store.FlorStore;
import java.util.function.Consumer;
import java.util.function.Function;

/** The door: a request gives a plan, a plan gives a report, and the values are in the store. */
public final class Replayer {
  private final Project project;
  private final History history;
  private final Outside outside;
  private final Consumer<String> notice;

  /**
   * @param history the project's repository; the caller closes it
   * @param notice hears one line when another flor process has to be waited for
   */
  public Replayer(Project project, History history, Outside outside, Consumer<String> notice) {
    this.project = project;
    this.history = history;
    this.outside = outside;
    this.notice = notice;
  }

  /** What would be done, and how long it is expected to take; nothing is run. */
  public ReplayPlan plan(ReplayRequest request) {
    VersionPropagator propagator = new VersionPropagator(project, history, outside);
    Planner planner = new Planner(project, history, propagator, new ReplayKey(project, outside));
    return UseLock.using(project.florDir(), () -> planner.plan(request));
  }

  /** Runs what the plan says, each task to its end whatever becomes of the others. */
  public ReplayReport replay(ReplayPlan plan, ReplayListener listener) {
    return running(
        plan, listener, runner -> new Batch(project, plan, runner, listener, notice).run());
  }

  /** Runs as few of the plan's versions as it takes to find the first in which the request's condition holds. */
  public BisectReport bisect(ReplayPlan plan, ReplayListener listener) {
    return running(plan, listener, runner -> new Bisection(
            project, plan, task -> new Batch(project, plan.only(task), runner, listener, notice)
                .run()
                .tasks()
                .get(0))
        .run());
  }

  private <T> T running(ReplayPlan plan, ReplayListener listener, Function<TaskRunner, T> work) {
    return UseLock.using(project.florDir(), () -> inUse(plan, listener, work));
  }

  private <T> T inUse(ReplayPlan plan, ReplayListener listener, Function<TaskRunner, T> work) {
    try (ProcessRunner processes = new ProcessRunner(
        outside.environment(),
        project.config().limits().environment(),
        plan.request().jobs())) {
      T report = work.apply(
          new TaskRunner(project, history, outside, plan.request(), processes, listener));
      try (FlorStore store = FlorStore.open(project.florDir(), notice)) {
        store.ingest();
      }
      return report;
    }
  }
}
