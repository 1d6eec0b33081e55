package dev.flor.propagator.metamorphic;

import dev.flor.propagator.metamorphic.Instance.Direction;
import dev.flor.propagator.metamorphic.Verdict.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code MetamorphicRun TABLE COUNT [FOLDER [NAME]]}: all refactorings, COUNT instances each way; what goes wrong comes into the folder. */
public final class MetamorphicRun {
  private static final int LISTED = 60;
  private static final int DETAIL = 160;

  private final Tally tally = new Tally();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  private MetamorphicRun() {}

  /** What is kept of an instance that has been tried. */
  private record Tried(Instance instance, Verdict verdict) {}

  public static void main(String... args) throws IOException {
    int count = Integer.parseInt(args[1]);
    String wanted = args.length > 3 ? args[3] : "";
    Optional<Path> folder = args.length > 2 ? Optional.of(Path.of(args[2])) : Optional.empty();
    Generator generator = new Generator(1, 30_000);
    List<Callable<List<Tried>>> tasks = new ArrayList<>();
    for (Refactoring refactoring : Generator.refactorings()) {
      for (Direction direction : Direction.values()) {
        if (refactoring.name().contains(wanted)) {
          tasks.add(() -> row(generator.copy(), refactoring, direction, count, folder));
        }
      }
    }
    MetamorphicRun run = new MetamorphicRun();
    ExecutorService threads = Executors.newFixedThreadPool(
        Integer.getInteger("threads", Runtime.getRuntime().availableProcessors()));
    try {
      for (Future<List<Tried>> row : threads.invokeAll(tasks)) {
        row.get().forEach(run::add);
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
    run.write(Path.of(args[0]));
  }

  private static List<Tried> row(
      Generator generator,
      Refactoring refactoring,
      Direction direction,
      int count,
      Optional<Path> folder) {
    List<Tried> tried = new ArrayList<>();
    generator.each(refactoring, direction, count, (instance, probe) -> {
      Verdict verdict = Scorer.score(instance, probe);
      tried.add(new Tried(instance.light(), verdict));
      if (folder.isPresent() && verdict.kind().wrong()) {
        keep(folder.get(), Shrinking.of(instance, verdict.kind()), verdict);
      }
    });
    return tried;
  }

  private void add(Tried tried) {
    Instance instance = tried.instance();
    Verdict verdict = tried.verdict();
    tally.add(instance, verdict);
    if (verdict.kind() == Kind.REFUSED) {
      String reason = verdict.detail().replaceAll(":.*", "");
      refusals.merge(reason, 1, Integer::sum);
    }
    if (verdict.kind().wrong()) {
      wrong.add("- " + verdict.kind() + ", " + instance.refactoring() + " (" + instance.direction()
          + "), "
          + instance.origin() + ": "
          + verdict.detail().substring(0, Math.min(DETAIL, verdict.detail().length())));
    }
  }

  private void write(Path table) throws IOException {
    List<String> lines = new ArrayList<>(tally.table());
    lines.add("");
    lines.add(String.format(
        Locale.ROOT,
        "Of %d: %.2f %% wrong, refused %s.",
        tally.count(),
        tally.share(tally.wrong()),
        refusals));
    lines.add("");
    wrong.stream().limit(LISTED).forEach(lines::add);
    Files.write(table, lines);
  }

  /** As a case file, to be made smaller by hand. */
  private static void keep(Path folder, Instance instance, Verdict verdict) {
    StringBuilder text = new StringBuilder();
    text.append(instance.refactoring())
        .append(", ")
        .append(instance.direction())
        .append(", ")
        .append(instance.origin())
        .append(": ")
        .append(verdict)
        .append('\n');
    section(text, "latest", instance.latest(), instance.from().path());
    section(text, "older", instance.older(), instance.to().path());
    section(text, "expect", instance.expected(), instance.to().path());
    String name = verdict.kind() + "-" + instance.refactoring().replaceAll("\\W+", "-") + "-"
        + instance.direction() + "-" + instance.origin().replaceAll(".*#", "") + ".case";
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void section(
      StringBuilder text, String name, Map<String, String> files, String path) {
    text.append("-- ")
        .append(name)
        .append(' ')
        .append(path)
        .append(" --\n")
        .append(files.get(path).replaceAll("\n\\s*\n+", "\n"));
    text.append(files.get(path).endsWith("\n") ? "" : "\n");
  }
}
