package dev.flor.store;

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
        Optional.of("logs/k.txt"));
  }
}
