package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** R2: what recording a whole training takes: turns of 1, 10 and 100 ms, models of 1, 10 and 100 MB. */
final class RecordCost implements Row {
  private static final int ROUNDS = 5;
  private static final double SECONDS = 3;
  private static final double GOAL_MEAN = 0.005;
  private static final double GOAL_MOST = 1.0 / 15;
  private static final double GOAL_OFF = 0.001;
  private static final int[] MILLIS = {1, 10, 100};
  private static final int[] MEGABYTES = {1, 10, 100};

  @Override
  public String id() {
    return "R2";
  }

  @Override
  public String title() {
    return "a whole training, recorded and not";
  }

  /** Overheads as shares of the training that is not recorded. */
  private record Overheads(List<Double> on, List<Double> off) {}

  @Override
  public Verdict measure(Lab lab) throws IOException {
    List<String> table = new ArrayList<>();
    table.add(
        "| turn ms | model MB | not recorded ms | recorded % | CPU % | no checkpoints % | checkpoints |");
    table.add("|---:|---:|---:|---:|---:|---:|---:|");
    Overheads all = new Overheads(new ArrayList<>(), new ArrayList<>());
    int passesAMilli = calibrate(lab);
    for (int millis : MILLIS) {
      for (int megabytes : MEGABYTES) {
        table.add(combination(lab, passesAMilli, millis, megabytes, all));
      }
    }
    table.add("");
    table.add(
        ("Medians of %d rounds; in each the training is run not recorded, recorded, and without"
                + " checkpoints, and compared with itself.")
            .formatted(ROUNDS));
    double mean = all.on().stream().mapToDouble(share -> share).average().orElseThrow();
    double most = all.on().stream().mapToDouble(share -> share).max().orElseThrow();
    double off = all.off().stream().mapToDouble(share -> share).average().orElseThrow();
    return new Verdict(
        table,
        mean <= GOAL_MEAN && most <= GOAL_MOST && off <= GOAL_OFF,
        "mean %.2f %%, most %.2f %%, without checkpoints %.2f %%"
            .formatted(100 * mean, 100 * most, 100 * off),
        "<= 0.5 %, <= 6.67 %, <= 0.1 %");
  }

  private static String combination(
      Lab lab, int passesAMilli, int millis, int megabytes, Overheads all) throws IOException {
    List<double[]> rounds = new ArrayList<>();
    String[] training = {
      Integer.toString(megabytes),
      Integer.toString(passesAMilli * millis),
      Integer.toString((int) (SECONDS * 1000 / millis))
    };
    long checkpoints = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] plain = run(lab, training, "never", false);
      double[] on = run(lab, training, "adaptive", true);
      checkpoints = files(lab.scratch().resolve(".flor/checkpoints"));
      lab.empty(lab.scratch().resolve(".flor"));
      double[] off = run(lab, training, "never", true);
      lab.empty(lab.scratch().resolve(".flor"));
      rounds.add(
          new double[] {plain[0], on[0] / plain[0] - 1, on[1] / plain[1] - 1, off[0] / plain[0] - 1
          });
    }
    all.on().add(Medians.of(rounds, 1));
    all.off().add(Medians.of(rounds, 3));
    return "| %d | %d | %.0f | %.2f | %.2f | %.2f | %d |"
        .formatted(
            millis,
            megabytes,
            Medians.of(rounds, 0),
            100 * Medians.of(rounds, 1),
            100 * Medians.of(rounds, 2),
            100 * Medians.of(rounds, 3),
            checkpoints);
  }

  private static int calibrate(Lab lab) throws IOException {
    double[] found = run(lab, new String[] {"1", "1000", "1000"}, "never", false);
    return (int) Math.max(1, 1_000_000 / found[1]);
  }

  private static double[] run(Lab lab, String[] training, String policy, boolean flor)
      throws IOException {
    lab.time(
        lab.scratch(),
        lab.java(
            Set.of("bench.jar", "flor-runtime"),
            "-Xmx2g",
            "-Dflor.snapshot=false",
            "-Dflor.dir=" + lab.scratch().resolve(".flor"),
            "-Dflor.checkpoint=" + policy,
            "dev.flor.bench.TrainingRun",
            training[0],
            training[1],
            training[2],
            Boolean.toString(flor)));
    String[] words = lab.lastOutput().get(0).split(" ", -1);
    return new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])};
  }

  private static long files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
