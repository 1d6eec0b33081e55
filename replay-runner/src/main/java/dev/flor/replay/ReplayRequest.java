package dev.flor.replay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param names logged names to fill in; at least one
 * @param from the revision that the statements come from; empty: the working tree
 * @param commits revisions and ranges as git writes them; the older versions
 * @param choice which of these versions, and of their runs
 * @param turns which turns of the main loop the values are wanted of; empty: all
 * @param jobs how many programs may run at once; at least 1
 * @param timeout wall time of one program; empty: as configured
 * @param trust whether the main loop is resumed and loops are skipped even where the analysis found what stands in the way
 * @param force whether what the store already has is run again
 */
public record ReplayRequest(
    List<String> names,
    Optional<String> from,
    List<String> commits,
    RunChoice choice,
    Optional<Turns> turns,
    int jobs,
    Optional<Duration> timeout,
    boolean trust,
    boolean force) {

  /** The names in all runs of these versions, from the working tree. */
  public static ReplayRequest of(List<String> names, List<String> commits, int jobs) {
    return new ReplayRequest(
        names,
        Optional.empty(),
        commits,
        RunChoice.ALL,
        Optional.empty(),
        jobs,
        Optional.empty(),
        false,
        false);
  }

  /** The same, whatever the store has already. */
  public ReplayRequest forced() {
    return new ReplayRequest(names, from, commits, choice, turns, jobs, timeout, trust, true);
  }

  /** The same for some turns only. */
  public ReplayRequest of(Turns some) {
    return new ReplayRequest(
        names, from, commits, choice, Optional.of(some), jobs, timeout, trust, force);
  }
}
