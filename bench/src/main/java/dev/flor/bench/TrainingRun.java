package dev.flor.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.flor.Flor;
import java.lang.management.ManagementFactory;

/**
 * A training of R2: each turn is so many passes over a part of the model. Prints milliseconds of wall
 * time from the first turn to the last, and of CPU time of the whole process.
 */
final class TrainingRun {
  private static final int PART = 4_000;

  private TrainingRun() {}

  public static void main(String... args) throws Exception {
    double[] model = new double[Integer.parseInt(args[0]) * 125_000];
    int passes = Integer.parseInt(args[1]);
    int turns = Integer.parseInt(args[2]);
    boolean flor = Boolean.parseBoolean(args[3]);
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    step(model, 20_000, 0); // compiled before it counts, as in a training that is worth recording
    long cpu = system.getProcessCpuTime();
    long begun = System.nanoTime();
    double loss = flor ? recorded(model, passes, turns) : plain(model, passes, turns);
    long nanos = System.nanoTime() - begun;
    cpu = system.getProcessCpuTime() - cpu;
    System.out.println(nanos / 1e6 + " " + cpu / 1e6 + " " + loss);
  }

  private static double plain(double[] model, int passes, int turns) {
    double loss = 0;
    for (int turn = 0; turn < turns; turn++) {
      loss += step(model, passes, turn);
    }
    return loss;
  }

  @SuppressWarnings("try") // what the resource does is done when it is closed
  private static double recorded(double[] model, int passes, int turns) {
    double sum = 0;
    try (var checkpoints = Flor.checkpointing("model", model)) {
      for (int turn : Flor.loop("epoch", Flor.range(turns))) {
        double loss = Flor.log("loss", step(model, passes, turn));
        sum += loss;
      }
    }
    return sum;
  }

  private static double step(double[] model, int passes, int turn) {
    double loss = 0;
    for (int pass = 0; pass < passes; pass++) {
      int from = (int) ((pass + (long) turn * passes) * PART % (model.length - PART));
      for (int i = from; i < from + PART; i++) {
        model[i] = 0.9 * model[i] + i;
        loss += model[i];
      }
    }
    return loss;
  }
}
