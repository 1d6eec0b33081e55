package dev.flor.bench;

import dev.flor.journal.JournalReader;
import dev.flor.journal.JournalVisitor;
import dev.flor.journal.JournalWriter;
import dev.flor.journal.Value;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** R4: bytes per value in the journal, and how fast they are read back. */
final class JournalSize implements Row {
  private static final int VALUES = 10_000_000;
  private static final int ROUNDS = 5;
  /** To a hundredth: the head, the names and the end of a journal are some dozens of bytes in all. */
  private static final double GOAL_BYTES = 16;

  private static final double GOAL_PER_SECOND = 5e6;

  /** A turn of so many nanoseconds costs a byte; see docs/journal-format.md. */
  private static final long TURN_NANOS = 100_000;

  @Override
  public String id() {
    return "R4";
  }

  @Override
  public String title() {
    return "size of the journal per value, and reading it";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    List<String> table = new ArrayList<>();
    table.add("| what | bytes a value | million values read a second |");
    table.add("|---|---:|---:|");
    double bytes = 0;
    double slowest = Double.MAX_VALUE;
    for (int perTurn : new int[] {VALUES, 1, 4}) {
      Path file = lab.scratch().resolve("journal" + perTurn);
      write(file, perTurn);
      double size = (double) Files.size(file) / VALUES;
      double rate = rate(() -> read(file));
      table.add("| flor, %s | %.2f | %.1f |".formatted(name(perTurn), size, rate / 1e6));
      bytes = Math.max(bytes, size);
      slowest = Math.min(slowest, rate);
    }
    Path plain = lab.scratch().resolve("plain");
    writePlain(plain);
    table.add("| plain binary: run, name, epoch, step, type, value | %.2f | %.1f |"
        .formatted((double) Files.size(plain) / VALUES, rate(() -> readPlain(plain)) / 1e6));
    return new Verdict(
        table,
        Math.round(100 * bytes) <= 100 * GOAL_BYTES && slowest >= GOAL_PER_SECOND,
        "%.2f B, %.1f million a second".formatted(bytes, slowest / 1e6),
        "<= %.0f B, >= %.0f million; the worst of flor's three"
            .formatted(GOAL_BYTES, GOAL_PER_SECOND / 1e6));
  }

  private static String name(int perTurn) {
    return switch (perTurn) {
      case VALUES -> "all in one turn";
      case 1 -> "one in each turn of 0.1 ms";
      default -> perTurn + " in each turn of 0.1 ms";
    };
  }

  /** What a program writes that logs so many values in each turn of a loop in a loop. */
  private static void write(Path file, int perTurn) throws IOException {
    JournalWriter writer = JournalWriter.create(file, message -> {
      throw new IllegalStateException(message);
    });
    String[] names = {"loss", "accuracy", "rate", "norm"};
    int loop = writer.loopStarted(0, "step", VALUES / perTurn);
    int context = writer.iterationStarted(loop, 0, Value.of(0));
    for (int i = 0; i < VALUES; i++) {
      String name = names[i % Math.min(perTurn, names.length)];
      if (i > 0 && i % perTurn == 0) {
        int turn = i / perTurn;
        context = writer.nextIteration(context, TURN_NANOS, loop, turn, turn, name, 1.0 / i);
      } else {
        writer.value(context, name, 1.0 / i);
      }
    }
    writer.iterationEnded(context, TURN_NANOS);
    writer.loopEnded(loop, false, TURN_NANOS);
    writer.close("completed");
  }

  private static void writePlain(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (int i = 0; i < VALUES; i++) {
        out.writeInt(1);
        out.writeInt(2);
        out.writeInt(i / 1000);
        out.writeLong(i);
        out.writeByte(0);
        out.writeDouble(1.0 / i);
      }
    }
  }

  private static double readPlain(Path file) throws IOException {
    double sum = 0;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      for (int i = 0; i < VALUES; i++) {
        sum += in.readInt() + in.readInt() + in.readInt() + in.readLong() + in.readByte();
        sum += in.readDouble();
      }
    }
    return sum;
  }

  private static double read(Path file) {
    Sum sum = new Sum();
    JournalReader.read(file, 0, sum);
    if (sum.values != VALUES) {
      throw new IllegalStateException(sum.values + " values were read");
    }
    return sum.sum;
  }

  private static final class Sum implements JournalVisitor {
    private double sum;
    private int values;

    @Override
    public void value(int context, String name, int ordinal, Value value) {
      sum += value.asDouble() + context + ordinal;
      values++;
    }
  }

  /** Reads a file to its end and gives something that depends on all of it. */
  private interface Reading {
    double all() throws IOException;
  }

  /** Values a second: the median of the rounds after the first. */
  private static double rate(Reading reading) throws IOException {
    List<double[]> rates = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      long begun = System.nanoTime();
      double result = reading.all();
      double seconds = (System.nanoTime() - begun) / 1e9;
      if (round > 0 && !Double.isNaN(result)) {
        rates.add(new double[] {VALUES / seconds});
      }
    }
    return Medians.of(rates, 0);
  }
}
