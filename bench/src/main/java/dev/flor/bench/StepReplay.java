package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** L2: what a value of each step takes, so that all must be executed, by two processes at once. The ideal is half of a full run. */
final class StepReplay implements Row {
  private static final int ROUNDS = Integer.getInteger("flor.bench.rounds", 5);
  private static final double SECONDS = Integer.getInteger("flor.bench.seconds", 60);
  private static final int JOBS = 2;
  private static final double GOAL = 1.08;
  private static final String VALUE = "model.weights[step]";

  @Override
  public String id() {
    return "L2";
  }

  @Override
  public String title() {
    return "replay of a value of each step, two processes";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    ReplayedTraining training = ReplayedTraining.in(lab);
    int passes = training.passes(ReplayedTraining.EPOCHS, SECONDS);
    training.write(passes, ReplayedTraining.EPOCHS, "").commit("One version");
    training.record();
    Path full = training.compiled("seen", VALUE, "step");
    List<double[]> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(new double[] {
        training.run(full) / 1e9, training.replay("seen", VALUE, "step", "main", JOBS) / 1e9
      });
    }
    double ideal = Medians.of(rounds, 0) / JOBS;
    double replay = Medians.of(rounds, 1);
    double ratio = replay / ideal;
    return new Verdict(
        List.of(
            "| full s | ideal s | `flor replay --jobs 2` s | of the ideal |",
            "|---:|---:|---:|---:|",
            "| %.1f | %.1f | %.1f | %.2f |".formatted(Medians.of(rounds, 0), ideal, replay, ratio),
            "",
            "Medians of " + ROUNDS
                + " rounds, in each of which both are measured in turn. Full is the program with the statement in"
                + " it, run by a bare `java`, alone; the command is measured whole."),
        ratio <= GOAL,
        "%.2f x the ideal of %.1f s".formatted(ratio, ideal),
        "<= %.2f x".formatted(GOAL));
  }
}
