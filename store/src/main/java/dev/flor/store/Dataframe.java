package dev.flor.store;

import java.util.List;

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
 */
public record Dataframe(
    List<String> names,
    List<String> versions,
    List<String> runs,
    boolean latestOnly,
    boolean diverged) {
  public Dataframe {
    names = List.copyOf(names);
    versions = List.copyOf(versions);
    runs = List.copyOf(runs);
  }

  /** These names in every run. */
  public static Dataframe of(String... names) {
    return new Dataframe(List.of(names), List.of(), List.of(), false, false);
  }

  /** The same question about these versions only, in this order. */
  public Dataframe inVersions(List<String> wanted) {
    return new Dataframe(names, wanted, runs, latestOnly, diverged);
  }

  /** The same question about these base runs only. */
  public Dataframe inRuns(List<String> wanted) {
    return new Dataframe(names, versions, wanted, latestOnly, diverged);
  }

  /** The same question about the newest run only. */
  public Dataframe latest() {
    return new Dataframe(names, versions, runs, true, diverged);
  }

  /** The same question, replays that diverged included. */
  public Dataframe withDiverged() {
    return new Dataframe(names, versions, runs, latestOnly, true);
  }
}
