package dev.flor.replay;

/** Hears of a replay's progress; calls come one at a time, from any thread. */
public interface ReplayListener {

  /** The task's program is about to be built and run. */
  default void started(ReplayTask task) {}

  /** One line about what is being done differently, such as a fallback to a full run. */
  default void note(ReplayTask task, String line) {}

  /** The task has ended; its outcome is saved. */
  default void finished(TaskReport report) {}

  /** Hears nothing. */
  ReplayListener NONE = new ReplayListener() {};
}
