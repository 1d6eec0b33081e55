package dev.flor.cli.replay;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.InterruptNote;
import dev.flor.cli.io.Progress;
import dev.flor.replay.Outcome;
import dev.flor.replay.ReplayListener;
import dev.flor.replay.ReplayPlan;
import dev.flor.replay.ReplayTask;
import dev.flor.replay.TaskReport;

/** Says how far a replay is: a line for each task that was not done before, and a bar on a terminal. */
final class ReplayProgress implements ReplayListener, AutoCloseable {
  private final Progress progress;
  private final InterruptNote interrupt;
  private final int tasks;
  private final boolean bisecting;
  private int finished;

  ReplayProgress(ReplayPlan plan, Caller caller) {
    this.tasks = plan.tasks().size();
    this.bisecting =
        plan.request().bisect().isPresent(); // of which it is not known how many it tries
    this.progress = Progress.of("replaying", tasks, caller);
    this.interrupt = new InterruptNote(caller.err());
  }

  @Override
  public void note(ReplayTask task, String line) {
    progress.say("note: " + task.version().abbreviated() + ": " + line);
  }

  @Override
  public void finished(TaskReport report) {
    finished++;
    ReplayTask task = report.task();
    if (report.outcome() != Outcome.CACHED) {
      progress.say("[" + finished + (bisecting ? "" : "/" + tasks) + "] "
          + task.version().abbreviated() + " " + report.outcome().word()
          + (task.decided().isEmpty() ? " " + task.how() : ""));
    }
    progress.step(task.version().abbreviated());
  }

  @Override
  public void close() {
    interrupt.close();
    progress.close();
  }
}
