package dev.flor.store.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A question to the pivot.
 *
 * @param names logged names and arg names, one column each, in this order; none: one row per run
 *     with its args and last values
 * @param versions commit ids (or beginnings of them), in the order wanted; a run belongs to the
 *     commit HEAD was at and to its own snapshot. Empty: all, by run
 * @param runs ids of base runs wanted; empty: all
 * @param latestOnly only the newest of these base runs
 * @param diverged whether values of replays that diverged are shown where there are no others
 * @param where a condition on rows, such as {@code lr < 0.01 and epoch >= 3}
 * @param orderBy columns by which rows are ordered, such as {@code loss desc, run}
 * @param limit how many rows at most
 * @param aggregate what of the values of a run's rows is shown, when it is to be one row per run
 */
public record Dataframe(
    List<String> names,
    List<String> versions,
    List<String> runs,
    boolean latestOnly,
    boolean diverged,
    Optional<String> where,
    Optional<String> orderBy,
    OptionalLong limit,
    Optional<Aggregate> aggregate) {
  public Dataframe {
    names = List.copyOf(names);
    versions = List.copyOf(versions);
    runs = List.copyOf(runs);
  }

  /** All rows of these names, versions and runs. */
  public Dataframe(
      List<String> names,
      List<String> versions,
      List<String> runs,
      boolean latestOnly,
      boolean diverged) {
    this(
        names,
        versions,
        runs,
        latestOnly,
        diverged,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** These names in every run. */
  public static Dataframe of(String... names) {
    return new Dataframe(List.of(names), List.of(), List.of(), false, false);
  }

  /** The same question about these versions only, in this order. */
  public Dataframe inVersions(List<String> wanted) {
    return new Dataframe(
        names, wanted, runs, latestOnly, diverged, where, orderBy, limit, aggregate);
  }

  /** The same question about these base runs only. */
  public Dataframe inRuns(List<String> wanted) {
    return new Dataframe(
        names, versions, wanted, latestOnly, diverged, where, orderBy, limit, aggregate);
  }

  /** The same question about the newest run only. */
  public Dataframe latest() {
    return new Dataframe(names, versions, runs, true, diverged, where, orderBy, limit, aggregate);
  }

  /** The same question, replays that diverged included. */
  public Dataframe withDiverged() {
    return new Dataframe(names, versions, runs, latestOnly, true, where, orderBy, limit, aggregate);
  }

  /** The same question about the rows only of which this holds. */
  public Dataframe where(String condition) {
    return new Dataframe(
        names,
        versions,
        runs,
        latestOnly,
        diverged,
        Optional.of(condition),
        orderBy,
        limit,
        aggregate);
  }

  /** The same rows in this order. */
  public Dataframe orderBy(String columns) {
    return new Dataframe(
        names, versions, runs, latestOnly, diverged, where, Optional.of(columns), limit, aggregate);
  }

  /** The first of these rows, so many at most. */
  public Dataframe limit(long rows) {
    return new Dataframe(
        names,
        versions,
        runs,
        latestOnly,
        diverged,
        where,
        orderBy,
        OptionalLong.of(rows),
        aggregate);
  }

  /** One row per run, with this of each name's values. */
  public Dataframe each(Aggregate how) {
    return new Dataframe(
        names, versions, runs, latestOnly, diverged, where, orderBy, limit, Optional.of(how));
  }
}
