package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * L3: a value of each step in 30 versions of a small program; in each third of them only a text beside the sources changed. The limit is
 * the sum of bare {@code java} runs of what must be executed, divided by the cores.
 */
final class BatchReplay implements Row {
  private static final int ROUNDS = Integer.getInteger("flor.bench.rounds", 5);
  private static final int VERSIONS = 30;
  private static final int EPOCHS = 10;
  private static final double SECONDS = 1;
  private static final double GOAL = 1.25;
  private static final String VALUE = "model.weights[step]";

  @Override
  public String id() {
    return "L3";
  }

  @Override
  public String title() {
    return "replay of a value of each step in 30 versions of a small program";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    ReplayedTraining training = ReplayedTraining.in(lab);
    int passes = training.passes(EPOCHS, SECONDS);
    List<Path> classes = new ArrayList<>();
    int sources = 0;
    for (int version = 0; version < VERSIONS; version++) {
      sources += version % 3 == 2 ? 0 : 1;
      training.write(passes, EPOCHS, "// " + sources + "\n").commit("Version " + version);
      training.record();
      classes.add(training.compiled("seen", VALUE, "step"));
    }
    int cores = Runtime.getRuntime().availableProcessors();
    String all = "main~" + (VERSIONS - 1) + ",main~" + (VERSIONS - 1) + "..main";
    List<double[]> rounds = new ArrayList<>();
    long built = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double limit = 0;
      for (Path program : classes) {
        limit += training.run(program) / 1e9 / cores;
      }
      training.forgetBuilds();
      double replay = training.replay("seen", VALUE, "step", all, cores) / 1e9;
      built = Math.max(built, training.builds());
      double again = training.replay("seen", VALUE, "step", all, cores) / 1e9;
      rounds.add(new double[] {limit, replay, again, training.builds() - built});
    }
    double ratio = Medians.of(rounds, 1) / Medians.of(rounds, 0);
    long unneeded = built - sources + (long) Medians.of(rounds, 3);
    return new Verdict(
        List.of(
            "| limit s | `flor replay` s | of the limit | again, built before s | of the limit | different sources | builds | builds again |",
            "|---:|---:|---:|---:|---:|---:|---:|---:|",
            "| %.1f | %.1f | %.2f | %.1f | %.2f | %d | %d | %.0f |"
                .formatted(
                    Medians.of(rounds, 0),
                    Medians.of(rounds, 1),
                    ratio,
                    Medians.of(rounds, 2),
                    Medians.of(rounds, 2) / Medians.of(rounds, 0),
                    sources,
                    built,
                    Medians.of(rounds, 3)),
            "",
            "Medians of " + ROUNDS + " rounds, in each of which all are measured in turn, on "
                + cores
                + " cores. The limit is the sum of 30 bare `java` runs of the programs with the statement in them, compiled"
                + " beforehand, divided by the cores.",
            "The command is measured whole: with `--jobs` as there are cores, without any build at first, and a second time with"
                + " `--force`."),
        ratio <= GOAL && unneeded == 0,
        "%.2f x the limit, %d builds of unchanged sources".formatted(ratio, unneeded),
        "<= %.2f x, 0".formatted(GOAL));
  }
}
