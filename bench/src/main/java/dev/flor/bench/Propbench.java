package dev.flor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code bench/propbench --tasks TASKS.jsonl --out RESULTS.jsonl}: propbench's door to the propagator. */
public final class Propbench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Propbench() {}

  public static void main(String... args) throws IOException {
    if (args.length != 4 || !args[0].equals("--tasks") || !args[2].equals("--out")) {
      System.err.println("usage: bench/propbench --tasks TASKS.jsonl --out RESULTS.jsonl");
      System.exit(2);
    }
    run(Path.of(args[1]), Path.of(args[3]).toAbsolutePath());
  }

  private static void run(Path tasks, Path out) throws IOException {
    Path texts = Files.createDirectories(out.resolveSibling("texts"));
    Carrier carrier = new Carrier(texts);
    try (PrintWriter results = new PrintWriter(Files.newBufferedWriter(out))) {
      for (CarryTask task : byTree(tasks)) {
        results.println(JSON.writeValueAsString(carrier.carry(task)));
        results.flush();
      }
    }
  }

  /** Tasks of one tree one after the other, so that it is read once. */
  private static List<CarryTask> byTree(Path tasks) throws IOException {
    List<CarryTask> all = new ArrayList<>();
    for (String line : Files.readAllLines(tasks)) {
      if (!line.isBlank()) {
        all.add(JSON.readValue(line, CarryTask.class));
      }
    }
    all.sort(Comparator.comparing(CarryTask::sourceRoot).thenComparing(CarryTask::targetRoot));
    return all;
  }
}
