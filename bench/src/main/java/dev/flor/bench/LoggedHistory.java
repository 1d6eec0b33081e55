package dev.flor.bench;

import dev.flor.journal.JournalWriter;
import dev.flor.journal.RunInfo;
import dev.flor.journal.RunLock;
import dev.flor.journal.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * What ten trainings log: three names in each step of each epoch. The losses have full mantissas, the turns take
 * between 80 and 120 microseconds.
 */
record LoggedHistory(int runs, int epochs, int steps) {
  static final List<String> NAMES = List.of("loss", "accuracy", "norm");

  /** What a value is told to. */
  interface Sink {
    void value(int run, int name, int epoch, int step, double value) throws Exception;
  }

  static LoggedHistory of(int values) {
    return new LoggedHistory(10, 100, (values + 2999) / 3000);
  }

  int rows() {
    return runs * epochs * steps;
  }

  long values() {
    return (long) rows() * NAMES.size();
  }

  private static double value(Random random, int name, int epoch, int step) {
    double noise = random.nextGaussian();
    return switch (name) {
      case 0 -> 2.3 * Math.exp(-0.02 * epoch) + 0.05 * noise;
      case 1 -> 1 - 0.5 * Math.exp(-0.03 * epoch) * (1 + 0.1 * noise) - 1e-7 * step;
      default -> Math.abs(noise) * 10;
    };
  }

  void tell(Sink sink) throws Exception {
    for (int run = 0; run < runs; run++) {
      Random random = new Random(run);
      for (int epoch = 0; epoch < epochs; epoch++) {
        for (int step = 0; step < steps; step++) {
          for (int name = 0; name < NAMES.size(); name++) {
            sink.value(run, name, epoch, step, value(random, name, epoch, step));
          }
        }
      }
    }
  }

  static String runId(int run) {
    return "0190b5a4-0000-7000-8000-%012d".formatted(run);
  }

  /** Writes the journals as the runtime would have. */
  void writeJournals(Path florDir) throws IOException {
    for (int run = 0; run < runs; run++) {
      Path folder = Files.createDirectories(florDir.resolve("runs").resolve(runId(run)));
      JournalWriter writer = JournalWriter.create(folder.resolve("journal.flor"), said -> {
        throw new IllegalStateException(said);
      });
      writer.runStarted(RunInfo.builder(runId(run))
          .program("bench.Train")
          .on("bench", "17")
          .process(1, Instant.parse("2026-01-01T00:00:00Z"))
          .head("c".repeat(40))
          .build());
      write(writer, new Random(run), new Random(run + 1000));
      writer.close("completed");
      RunLock.take(folder).orElseThrow().close();
    }
  }

  private void write(JournalWriter writer, Random random, Random turns) {
    int outer = writer.loopStarted(0, "epoch", epochs);
    for (int epoch = 0; epoch < epochs; epoch++) {
      int around = writer.iterationStarted(outer, epoch, Value.of(epoch));
      int inner = writer.loopStarted(around, "step", steps);
      int turn = 0;
      for (int step = 0; step < steps; step++) {
        double first = value(random, 0, epoch, step);
        if (step == 0) {
          turn = writer.iterationStarted(inner, 0, Value.of(0));
          writer.value(turn, NAMES.get(0), first);
        } else {
          long nanos = 1000L * (80 + turns.nextInt(40));
          turn = writer.nextIteration(turn, nanos, inner, step, step, NAMES.get(0), first);
        }
        for (int name = 1; name < NAMES.size(); name++) {
          writer.value(turn, NAMES.get(name), value(random, name, epoch, step));
        }
      }
      writer.iterationEnded(turn, 100_000);
      writer.loopEnded(inner, false, 100_000L * steps);
      writer.iterationEnded(around, 100_000L * steps);
    }
    writer.loopEnded(outer, false, 100_000L * steps * epochs);
  }
}
