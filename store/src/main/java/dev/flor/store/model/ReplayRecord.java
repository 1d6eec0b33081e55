package dev.flor.store.model;

import java.util.List;
import java.util.Optional;

/**
 * The verdict on replaying some names in one version; kept as {@code .flor/replays/<key>.json}.
 *
 * @param key what the verdict depends on, as letters, digits, '-', '_' and '.'
 * @param version the commit
 * @param baseRun the recorded run that was repeated
 * @param names the names asked for
 * @param outcome {@code replayed}, {@code refused}, {@code build-failed}, {@code run-failed}, {@code
 *     timed-out} or {@code diverged}
 * @param reason the id of the refusal, when refused
 * @param location {@code file:line} it is about
 * @param detail one line more
 * @param replayRuns the runs it made, in order
 * @param compared how many values logged again were compared with those logged then
 * @param differing how many of these differ
 * @param log the file that holds the output of the build or run
 * @param placements where each statement went, or why not
 */
public record ReplayRecord(
    String key,
    String version,
    Optional<String> baseRun,
    List<String> names,
    String outcome,
    Optional<String> reason,
    Optional<String> location,
    String detail,
    List<String> replayRuns,
    long compared,
    long differing,
    Optional<String> log,
    List<PlacementRow> placements) {
  public ReplayRecord {
    if (!key.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,199}")) {
      throw new IllegalArgumentException("not a file name: " + key);
    }
    names = List.copyOf(names);
    replayRuns = List.copyOf(replayRuns);
    placements = List.copyOf(placements);
  }
}
