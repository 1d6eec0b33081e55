package dev.flor.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.flor.Flor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A training of R2: each turn is so many passes over a part of the model. Prints, in milliseconds, its wall time
 * from before flor is first called to after the run is closed; how much of that, and of its CPU time, its thread
 * was not in its own turns; the CPU time of this thread, and of all others.
 */
final class TrainingRun {
  private static final int PART = 4_000;
  private static final int WARM_UP = 20_000;
  private static final int LEAST_BYTES = 16;
  private static final int PAGE = 4096;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final double[] model;
  private final int passes;
  private double loss;
  private long mark;
  private long outside;
  private long cpuMark;
  private long cpuOutside;

  private TrainingRun(int megabytes, int passes) {
    this.model = new double[megabytes * 125_000];
    this.passes = passes;
  }

  public static void main(String... args) throws IOException {
    TrainingRun training = new TrainingRun(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    int turns = Integer.parseInt(args[2]);
    String way = args[3];
    MappedByteBuffer least = way.equals("least") ? mapped(turns * LEAST_BYTES) : null;
    for (int i = 0; i < WARM_UP; i++) {
      training.pass(i); // compiled before it counts, as in a training that is worth recording
    }
    long[] before = cpu();
    long begun = System.nanoTime();
    training.mark();
    if (way.equals("flor")) {
      training.recorded(turns);
    } else if (least != null) {
      training.leastRecorded(turns, least);
    } else {
      training.plain(turns);
    }
    long ended = System.nanoTime();
    training.count();
    long[] after = cpu();
    System.out.println((ended - begun) / 1e6 + " " + training.outside / 1e6 + " "
        + training.cpuOutside / 1e6 + " "
        + (after[0] - before[0]) / 1e6 + " " + (after[1] - before[1]) / 1e6 + " " + training.loss);
  }

  private void plain(int turns) {
    for (int turn = 0; turn < turns; turn++) {
      turn(turn);
    }
  }

  /** The least that a recorder does: it reads the clock twice, and writes what survives the process. */
  private void leastRecorded(int turns, MappedByteBuffer file) {
    long begun = System.nanoTime();
    for (int turn = 0; turn < turns; turn++) {
      double value = turn(turn);
      file.putInt((int) ((System.nanoTime() - begun) / 1000));
      file.putDouble(value);
      file.putInt(turn);
      begun = System.nanoTime();
    }
  }

  /** A file whose pages are there already: making them is no part of a turn. */
  private static MappedByteBuffer mapped(int bytes) throws IOException {
    Path path = Files.createDirectories(Path.of(System.getProperty("flor.dir"))).resolve("least");
    try (FileChannel file = FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(bytes));
      MappedByteBuffer all = file.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
      for (int at = 0; at < bytes; at += PAGE) {
        all.put(at, (byte) 0);
      }
      return all;
    }
  }

  @SuppressWarnings("try") // what the resource does is done when it is closed
  private void recorded(int turns) {
    try (var checkpoints = Flor.checkpointing("model", model)) {
      for (int turn : Flor.loop("epoch", Flor.range(turns))) {
        Flor.log("loss", turn(turn));
      }
    }
    Flor.commit(); // what the end of the process does otherwise
  }

  private double turn(int turn) {
    count();
    for (int pass = 0; pass < passes; pass++) {
      pass(pass + (long) turn * passes);
    }
    mark();
    return loss;
  }

  /** From now on it is not in its turns. */
  private void mark() {
    cpuMark = THREADS.getCurrentThreadCpuTime();
    mark = System.nanoTime();
  }

  private void count() {
    outside += System.nanoTime() - mark;
    cpuOutside += THREADS.getCurrentThreadCpuTime() - cpuMark;
  }

  private void pass(long number) {
    int from = (int) (number * PART % (model.length - PART));
    double sum = 0;
    for (int i = from; i < from + PART; i++) {
      model[i] = 0.9 * model[i] + i + number; // no two states are the same
      sum += model[i];
    }
    loss += sum;
  }

  /** Of this thread, and of all others. */
  private static long[] cpu() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long mine = THREADS.getCurrentThreadCpuTime();
    return new long[] {mine, system.getProcessCpuTime() - mine};
  }
}
