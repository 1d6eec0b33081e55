package dev.flor.propagator.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code FuzzRun TABLE COUNT [FIRST]}: COUNT mutated pairs from number FIRST on, after the first also the giants; failures come into a folder beside the table. */
public final class FuzzRun {
  private final Path table;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private long slowest;
  private int slowestNumber;

  private FuzzRun(Path table) {
    this.table = table;
  }

  public static void main(String... args) throws IOException {
    int count = Integer.parseInt(args[1]);
    int first = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    int workers = Integer.getInteger("threads", Runtime.getRuntime().availableProcessors());
    FuzzRun run = new FuzzRun(Path.of(args[0]));
    List<Callable<FuzzRun>> tasks = new ArrayList<>();
    for (int k = 0; k < workers; k++) {
      FuzzRun worker = new FuzzRun(run.table);
      int from = first + k;
      tasks.add(() -> worker.mutated(from, first + count, workers));
    }
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      for (Future<FuzzRun> part : threads.invokeAll(tasks)) {
        run.add(part.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
    List<String> lines = run.summary(count);
    if (first == 0) {
      lines.addAll(run.giants());
    }
    lines.addAll(run.failures);
    Files.write(run.table, lines);
  }

  private void add(FuzzRun part) {
    part.outcomes.forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
    failures.addAll(part.failures);
    slowestNumber = part.slowest > slowest ? part.slowestNumber : slowestNumber;
    slowest = Math.max(slowest, part.slowest);
  }

  private FuzzRun mutated(int first, int end, int step) {
    Seeds seeds = new Seeds();
    for (int n = first; n < end; n += step) {
      Trial trial = seeds.mutated(n);
      long begun = clock.getCurrentThreadCpuTime();
      for (String outcome : attempt(trial, Seeds.line(trial, n), "number " + n)) {
        outcomes.merge(outcome, 1, Integer::sum);
      }
      long millis = (clock.getCurrentThreadCpuTime() - begun) / 1_000_000;
      slowestNumber = millis > slowest ? n : slowestNumber;
      slowest = Math.max(slowest, millis);
    }
    return this;
  }

  /** Whatever is thrown, errors included, is a failure. */
  private List<String> attempt(Trial trial, int line, String name) {
    try {
      List<String> found = trial.outcomes(line);
      return found.isEmpty() ? List.of("no statement found") : found;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      failures.add("- " + name + ": " + e + " " + where(e));
      keep(trial, name);
      return List.of("failed");
    }
  }

  private static List<String> where(Throwable thrown) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String text = frame.toString();
      if (text.contains("dev.flor") && !frames.contains(text) && frames.size() < 4) {
        frames.add(text);
      }
    }
    return frames;
  }

  private void keep(Trial trial, String name) {
    try {
      Path folder = Files.createDirectories(table.resolveSibling("failed"));
      Files.writeString(folder.resolve(name + ".latest"), trial.latest().replace('\ud800', '?'));
      Files.writeString(folder.resolve(name + ".older"), trial.older().replace('\ud800', '?'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> summary(int count) {
    List<String> lines = new ArrayList<>();
    lines.add("| of " + count + " mutated pairs: what came of a statement | times |");
    lines.add("|---|---:|");
    outcomes.forEach((outcome, times) -> lines.add("| " + outcome + " | " + times + " |"));
    lines.add("");
    lines.add(
        "The slowest pair (number " + slowestNumber + ") took " + slowest + " ms of one core.");
    lines.add("");
    return lines;
  }

  private List<String> giants() {
    List<String> lines = new ArrayList<>();
    lines.add("| large or deep file | outcome | ms of one core |");
    lines.add("|---|---|---:|");
    Giants.all().forEach((name, text) -> {
      long begun = clock.getCurrentThreadCpuTime();
      String outcome = String.join(", ", attempt(new Trial(text, Giants.older(text)), 0, name));
      long millis = (clock.getCurrentThreadCpuTime() - begun) / 1_000_000;
      lines.add("| " + name + " | " + outcome + " | " + millis + " |");
    });
    lines.add("");
    return lines;
  }
}
