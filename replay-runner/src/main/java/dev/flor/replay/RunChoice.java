package dev.flor.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of the versions that were asked for, and which of their runs.
 *
 * @param runs ids of recorded runs, or beginnings of them; empty: all, and versions without any
 * @param since versions authored at this time or later
 * @param where what a recorded run must have had among its args, and the last values of its names
 * @param sample how many at most, spread evenly from the first to the last
 */
public record RunChoice(
    List<String> runs, Optional<Instant> since, Optional<Condition> where, OptionalInt sample) {
  /** All of them. */
  public static final RunChoice ALL =
      new RunChoice(List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty());

  /** Takes a copy. */
  public RunChoice {
    runs = List.copyOf(runs);
  }

  /** Whether only what was recorded can be meant. */
  boolean recordedOnly() {
    return !runs.isEmpty() || where.isPresent();
  }

  boolean takes(String runId) {
    return runs.isEmpty() || runs.stream().anyMatch(runId::startsWith);
  }

  /** As many as are wanted, the first and the last among them. */
  <T> List<T> sampled(List<T> all) {
    int wanted = sample.orElse(all.size());
    if (wanted >= all.size()) {
      return all;
    }
    List<T> some = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      some.add(all.get(
          wanted == 1 ? all.size() - 1 : (int) ((long) i * (all.size() - 1) / (wanted - 1))));
    }
    return some;
  }
}
