package dev.flor.journal;

import java.time.Instant;

/** Is told what a journal says, in the order in which it was written. */
public interface JournalVisitor {
  /** The first record of a run. */
  default void runStarted(RunInfo info) {}

  /** The commit of the source snapshot, which may be ready some time after the start. */
  default void version(String commit) {}

  /** A named argument and the value it had in this run. */
  default void arg(String name, Value value) {}

  /**
   * A loop begins.
   *
   * @param loop unique in the run
   * @param context in which it begins; 0 is the root
   * @param ordinal how many-th loop of that name in that context, from 0
   * @param total number of items, or -1 when unknown
   */
  default void loopStarted(int loop, int context, String name, int ordinal, long total) {}

  /**
   * An iteration begins.
   *
   * @param context unique in the run
   */
  default void iterationStarted(int context, int loop, long index, Value value) {}

  /** An iteration is over. A loop left by {@code break} says so when the next outer step does. */
  default void iterationEnded(int context, long nanos) {}

  /**
   * A loop is over.
   *
   * @param skipped restored from a checkpoint instead of executed
   */
  default void loopEnded(int loop, boolean skipped, long nanos) {}

  /**
   * A logged value.
   *
   * @param ordinal how many-th value of that name in that context, from 0
   */
  default void value(int context, String name, int ordinal, Value value) {}

  /** A checkpoint is safely stored. */
  default void checkpoint(CheckpointInfo info) {}

  /** Something flor could not do, or a note about the run, in one line. */
  default void fault(String message) {}

  /**
   * When the run ended, and how many of its threads logged, went through loops or handed their context over; told before
   * {@link #runEnded}, by journals that say it.
   */
  default void ending(Instant at, int threads) {}

  /**
   * The last record of a run that ended in an orderly way.
   *
   * @param status {@code completed}, {@code failed} (an uncaught exception) or {@code stopped} (a
   *     replay that had served its segment)
   */
  default void runEnded(String status) {}
}
