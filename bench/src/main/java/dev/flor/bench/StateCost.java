package dev.flor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** R3: how long a checkpoint stops the program's thread, and how long it takes to restore one. */
final class StateCost implements Row {
  private static final int WARM = 4;
  private static final double GOAL_ARRAYS = 1.5;

  private static final List<String> PARTIES = List.of(
      "100 MB of doubles: copy (limit)",
      "100 MB of doubles: flor",
      "100 MB of doubles: JDK serialization",
      "100 MB of doubles: Kryo, unsafe",
      "100 MB of doubles: flor restores",
      "100 MB of doubles: write and fsync (limit of what flor does in the background)",
      "half a million objects: flor",
      "half a million objects: JDK serialization",
      "half a million objects: Kryo, unsafe",
      "half a million objects: flor restores");

  @Override
  public String id() {
    return "R3";
  }

  @Override
  public String title() {
    return "checkpoint: the program's thread is stopped, and restoring";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    lab.time(
        lab.scratch(),
        lab.java(
            Set.of("bench.jar", "flor-runtime", "kryo", "objenesis", "reflectasm", "minlog"),
            "-Xmx4g",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "dev.flor.bench.StateCosts"));
    List<double[]> rounds = new ArrayList<>();
    for (String line : lab.lastOutput()) {
      if (line.matches("[0-9.E -]+")) {
        rounds.add(
            Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray());
      }
    }
    List<double[]> warm = rounds.subList(WARM, rounds.size());
    List<String> table = new ArrayList<>();
    table.add("| what | ms | ms a MB |");
    table.add("|---|---:|---:|");
    for (int i = 0; i < PARTIES.size(); i++) {
      double millis = Medians.of(warm, i);
      double megabytes = i < 6 ? 100 : Medians.of(warm, PARTIES.size());
      table.add("| %s | %.1f | %.2f |".formatted(PARTIES.get(i), millis, millis / megabytes));
    }
    table.add("");
    table.add("Medians of %d rounds after %d that do not count, all parties in one JVM."
        .formatted(warm.size(), WARM));
    double arrays = Medians.of(warm, 1) / Medians.of(warm, 0);
    double graphs = Medians.of(warm, 6) / Medians.of(warm, 7);
    return new Verdict(
        table,
        arrays <= GOAL_ARRAYS && graphs <= 1,
        "arrays %.2f x copy, graphs %.2f x JDK serialization".formatted(arrays, graphs),
        "<= %.1f x, <= 1 x".formatted(GOAL_ARRAYS));
  }
}
