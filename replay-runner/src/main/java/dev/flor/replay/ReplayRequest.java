package dev.flor.replay;

import dev.flor.replay.project.ProjectConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
 * @param tolerance how far numbers logged again may be off, as a share of them; empty: as configured
 * @param bisect the condition whose first version is looked for; then each version counts by its newest run
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
    OptionalDouble tolerance,
    Optional<Condition> bisect,
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
        OptionalDouble.empty(),
        Optional.empty(),
        false,
        false);
  }

  /** The same, whatever the store has already. */
  public ReplayRequest forced() {
    return with(choice, turns, tolerance, bisect, trust, true);
  }

  /** The same for some turns only. */
  public ReplayRequest of(Turns some) {
    return with(choice, Optional.of(some), tolerance, bisect, trust, force);
  }

  /** The same for some of the versions and runs. */
  public ReplayRequest choosing(RunChoice chosen) {
    return with(chosen, turns, tolerance, bisect, trust, force);
  }

  /** The same, for numbers that may be off by a share of them. */
  public ReplayRequest within(double share) {
    return with(choice, turns, OptionalDouble.of(share), bisect, trust, force);
  }

  /** The same, to find the first version in which a condition holds. */
  public ReplayRequest bisecting(Condition condition) {
    return with(choice, turns, tolerance, Optional.of(condition), trust, force);
  }

  /** The same, whatever the analysis says. */
  public ReplayRequest trusted() {
    return with(choice, turns, tolerance, bisect, true, force);
  }

  private ReplayRequest with(
      RunChoice chosen,
      Optional<Turns> some,
      OptionalDouble share,
      Optional<Condition> condition,
      boolean trusted,
      boolean forced) {
    return new ReplayRequest(
        names, from, commits, chosen, some, jobs, timeout, share, condition, trusted, forced);
  }

  /** What one program may use, and how exact it must be: as configured, unless it is said here. */
  ProjectConfig.Limits limits(ProjectConfig.Limits configured) {
    return new ProjectConfig.Limits(
        timeout.orElse(configured.timeout()),
        configured.memory(),
        tolerance.orElse(configured.tolerance()),
        configured.environment());
  }
}
