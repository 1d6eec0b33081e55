package dev.flor.store;

import dev.flor.store.model.PlacementRow;
import dev.flor.store.model.ReplayRecord;
import java.util.List;
import java.util.Optional;

/** Verdicts for tests. */
final class ReplayRecords {
  private ReplayRecords() {}

  static ReplayRecord with(String key, String outcome, List<String> runs) {
    return new ReplayRecord(
        key,
        "5".repeat(40),
        Optional.of("r1"),
        List.of("norm", "it's \"quoted\""),
        outcome,
        Optional.empty(),
        Optional.of("src/Train.java:7"),
        "",
        runs,
        12,
        0,
        Optional.of("logs/k.txt"),
        List.of());
  }

  /** The same with one statement that found its place and one that did not. */
  static ReplayRecord placed(String key, String outcome, List<String> runs) {
    ReplayRecord plain = with(key, outcome, runs);
    return new ReplayRecord(
        plain.key(),
        plain.version(),
        plain.baseRun(),
        plain.names(),
        plain.outcome(),
        plain.reason(),
        plain.location(),
        plain.detail(),
        plain.replayRuns(),
        plain.compared(),
        plain.differing(),
        plain.log(),
        List.of(
            new PlacementRow(
                "norm", "src/Train.java", 12, "inserted", "src/Old.java", 10, Optional.empty(), ""),
            new PlacementRow(
                "it's",
                "src/Train.java",
                13,
                "refused",
                "src/Old.java",
                11,
                Optional.of("no-anchor"),
                "x")));
  }
}
