package dev.flor.cli.replay;

import dev.flor.cli.io.SinceDate;
import dev.flor.cli.io.UsageException;
import dev.flor.replay.Condition;
import dev.flor.replay.RunChoice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Which of the versions, and which of their runs. */
final class ChoiceOptions {
  @Option(
      names = "--runs",
      paramLabel = "RUN",
      split = ",",
      description = "Recorded runs, by their ids or the beginnings of them, separated by commas.")
  private List<String> runs = List.of();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Versions authored since: 2026-01-31, 2026-01-31T12:00 (UTC).")
  private String since;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = {
        "Runs whose args, or last values, meet it: \"lr < 0.01 and optimiser = adam\".",
      })
  private String where;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "At most N runs, spread evenly from the first to the last.")
  private Integer sample;

  @Option(
      names = "--bisect",
      paramLabel = "CONDITION",
      description = {
        "Find the first version in which it turns true, such as \"acc < 0.9\", and run no more",
        "than it takes: the newest, the oldest, and then the one in the middle.",
      })
  private String bisect;

  /** Whether runs are named, so that no versions need be. */
  boolean namesRuns() {
    return !runs.isEmpty();
  }

  RunChoice choice() {
    if (sample != null && sample < 1) {
      throw new UsageException("--sample " + sample, "it should be at least 1");
    }
    return new RunChoice(
        runs,
        SinceDate.parse(since),
        where(),
        sample == null ? OptionalInt.empty() : OptionalInt.of(sample));
  }

  private Optional<Condition> where() {
    return condition("--where", where);
  }

  /** What is looked for the first version of. */
  Optional<Condition> bisect() {
    return condition("--bisect", bisect);
  }

  private static Optional<Condition> condition(String option, String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<Condition> condition = Condition.parse(text);
    if (condition.isEmpty()) {
      throw new UsageException(
          option + " \"" + text + "\" is not understood",
          "write it as \"lr < 0.01 and optimiser = adam\"; there are < <= > >= = !=");
    }
    return condition;
  }
}
