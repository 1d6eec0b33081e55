package dev.flor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * L1: what a value of each epoch takes, or one at the end, in a run of 100 epochs whose steps nobody asks for. The limit is a program that knows all: it
 * reads the state of each epoch from a plain file, unchecked, and computes the value.
 */
final class EpochReplay implements Row {
  private static final int ROUNDS = Integer.getInteger("flor.bench.rounds", 5);
  private static final double SECONDS = Integer.getInteger("flor.bench.seconds", 60);
  private static final double GOAL = 0.8;
  private static final String LIMIT = """
      import java.nio.ByteBuffer;
      import java.nio.file.Files;
      import java.nio.file.Path;

      class Limit {
        static final double[] weights = new double[125_000];

        public static void main(String[] args) throws Exception {
          for (int epoch = 0; epoch < %d; epoch++) {
            byte[] state = Files.readAllBytes(Path.of(args[0], "state" + epoch));
            ByteBuffer.wrap(state).asDoubleBuffer().get(weights);
            double sum = 0;
            for (int round = 0; round < %d; round++) {
              for (double weight : weights) {
                sum += Math.sqrt(Math.abs(weight) + round);
              }
            }
            System.out.println(sum);
          }
        }
      }
      """;

  /** A question: what it is called in the table, how many rounds its value takes, and where it is asked. */
  private record Asked(String what, int rounds, String where) {
    int times() {
      return where.equals("end") ? 1 : ReplayedTraining.EPOCHS;
    }

    String value() {
      return "model.norm(" + rounds + ")";
    }
  }

  /** The goal is for this one, which takes a fifth of what an epoch of the training does. */
  private static final Asked EVALUATION = new Asked("an evaluation", 550, "epoch");

  private static final List<Asked> ASKED = List.of(
      new Asked("a norm", 1, "epoch"), EVALUATION, new Asked("a last evaluation", 20_000, "end"));

  @Override
  public String id() {
    return "L1";
  }

  @Override
  public String title() {
    return "replay of a value of each epoch, and of one at the end; 100 epochs, steps skipped";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    ReplayedTraining training = ReplayedTraining.in(lab);
    int passes = training.passes(ReplayedTraining.EPOCHS, SECONDS);
    training.write(passes, ReplayedTraining.EPOCHS, "").commit("One version");
    training.record();
    states(lab);
    List<String> table = new ArrayList<>(List.of(
        "| asked for | full s | `flor replay` s | of it to plan s | speed-up | limit s | its speed-up | share of it |",
        "|---|---:|---:|---:|---:|---:|---:|---:|"));
    double ofEvaluation = 0;
    double atLeast = Double.MAX_VALUE;
    for (Asked asked : ASKED) {
      double[] medians = medians(lab, training, asked);
      double share = medians[2] / medians[1];
      ofEvaluation = asked.equals(EVALUATION) ? share : ofEvaluation;
      atLeast = Math.min(atLeast, medians[1] - medians[2]);
      table.add("| %s | %.1f | %.2f | %.2f | %.0f | %.2f | %.0f | %.2f |"
          .formatted(
              asked.what(),
              medians[0],
              medians[1],
              medians[3],
              medians[0] / medians[1],
              medians[2],
              medians[0] / medians[2],
              share));
    }
    table.addAll(
        List.of(
            "",
            "Medians of " + ROUNDS
                + " rounds, in each of which all are measured in turn. Full is the program with the statement in"
                + " it, run by a bare `java` from start to end, without checkpoints.",
            "The goal is for the evaluation, which takes about a fifth of an epoch of a training of 60 s. The norm takes next to nothing: it shows"
                + " what a replay takes whatever is asked, %.1f s more than its limit. The last evaluation stands behind the loop."
                    .formatted(atLeast),
            "`flor replay` is the whole command: its start, finding the place, the plan, the build, the program, the comparison and the"
                + " store. The limit is a JVM that reads each epoch's state (1 MB) from a file and computes the value."));
    return new Verdict(
        table,
        ofEvaluation >= GOAL,
        "%.2f of the limit's speed-up".formatted(ofEvaluation),
        ">= %.1f".formatted(GOAL));
  }

  /** Seconds: full, replay, limit, plan. */
  private static double[] medians(Lab lab, ReplayedTraining training, Asked asked)
      throws IOException {
    Path limit = limit(lab, training, asked);
    Path full = training.compiled("norm", asked.value(), asked.where());
    List<double[]> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(new double[] {
        training.run(full) / 1e9,
        training.replay("norm", asked.value(), asked.where(), "main", 1) / 1e9,
        lab.time(lab.scratch(), limitCommand(lab, limit)) / 1e9,
        training.plan("norm", asked.value(), asked.where(), "main") / 1e9
      });
    }
    return new double[] {
      Medians.of(rounds, 0), Medians.of(rounds, 1), Medians.of(rounds, 2), Medians.of(rounds, 3)
    };
  }

  private static void states(Lab lab) throws IOException {
    ByteBuffer state = ByteBuffer.allocate(8 * 125_000);
    for (int i = 0; i < 125_000; i++) {
      state.putDouble(0.1 * i);
    }
    for (int epoch = 0; epoch < ReplayedTraining.EPOCHS; epoch++) {
      Files.write(lab.scratch().resolve("state" + epoch), state.array());
    }
  }

  private static Path limit(Lab lab, ReplayedTraining training, Asked asked) throws IOException {
    Path folder = Files.createTempDirectory(lab.scratch(), "limit");
    Path file = folder.resolve("Limit.java");
    Files.writeString(file, LIMIT.formatted(asked.times(), asked.rounds()));
    training.compile(file, folder);
    return folder;
  }

  private static List<String> limitCommand(Lab lab, Path classes) {
    List<String> command =
        new ArrayList<>(lab.java(Set.of(), "Limit", lab.scratch().toString()));
    command.set(2, classes.toString());
    return command;
  }
}
