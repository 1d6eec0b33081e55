package dev.flor.bench;

import dev.flor.store.FlorStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the rows about the store share: how many values, how often, and how a deed is timed. */
final class StoreLab {
  static final String FLOR = "flor";
  static final String PACKED = "packed chunks in H2, nothing else";
  static final String PLAIN = "plain file (limit)";

  /** A deed that is measured. */
  interface Deed {
    void run() throws Exception;
  }

  private StoreLab() {}

  /** A million and ten, or just as many as {@code -Dflor.bench.values} says. */
  static List<Integer> sizes() {
    Integer only = Integer.getInteger("flor.bench.values");
    return only == null ? List.of(1_000_000, 10_000_000) : List.of(only);
  }

  static int rounds() {
    return Integer.getInteger("flor.bench.rounds", 5);
  }

  static Path fresh(Lab lab, String name) throws IOException {
    Path folder = lab.scratch().resolve(name);
    if (Files.exists(folder)) {
      lab.empty(folder);
    }
    return Files.createDirectories(folder);
  }

  /** A folder with the journals of a history, which its store has not taken in. */
  static Path journals(Lab lab, LoggedHistory history) throws IOException {
    Path florDir = fresh(lab, "project").resolve(".flor");
    history.writeJournals(florDir);
    return florDir;
  }

  static void ingest(Path florDir, LoggedHistory history) {
    try (FlorStore store = FlorStore.open(florDir)) {
      long values = store.ingest().values();
      if (values != history.values()) {
        throw new IllegalStateException(values + " values, not " + history.values());
      }
    }
  }

  /** Wall and processor seconds of one deed. */
  static double[] time(Deed deed) throws IOException {
    System.gc();
    long cpu = cpu();
    long begun = System.nanoTime();
    try {
      deed.run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new double[] {(System.nanoTime() - begun) / 1e9, (cpu() - cpu) / 1e9};
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Does all deeds in turn, so many rounds after one that does not count; wall and processor medians. */
  static Map<String, double[]> contest(Map<String, Deed> deeds, int rounds) throws IOException {
    Map<String, List<double[]>> times = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Deed> deed : deeds.entrySet()) {
        double[] took = time(deed.getValue());
        if (round > 0 || rounds == 0) {
          times.computeIfAbsent(deed.getKey(), name -> new ArrayList<>()).add(took);
        }
      }
    }
    Map<String, double[]> medians = new LinkedHashMap<>();
    times.forEach((name, all) -> medians.put(
        name,
        IntStream.range(0, 2).mapToDouble(column -> Medians.of(all, column)).toArray()));
    return medians;
  }
}
