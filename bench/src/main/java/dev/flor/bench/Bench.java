package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bench/run ROW|all}: measures rows, prints their tables and keeps them. */
public final class Bench {
  private static final List<Row> ROWS = List.of(
      new CarryQuality(),
      new CarryTime(),
      new HistoryCost(),
      new HistoryMemory(),
      new CommandStart(),
      new Metamorphic(),
      new Fuzz(),
      new LogCost(),
      new RecordCost(),
      new StateCost(),
      new JournalSize(),
      new SnapshotCost(),
      new StoreIngest(),
      new StorePivot(),
      new StoreSize(),
      new EpochReplay(),
      new StepReplay(),
      new BatchReplay());

  private Bench() {}

  public static void main(String... args) throws IOException {
    Path repository = Path.of(args[0]);
    List<Row> wanted = ROWS.stream()
        .filter(row -> args[1].equals("all") || args[1].equals(row.id()))
        .toList();
    if (wanted.isEmpty()) {
      System.err.println("bench: there is no row " + args[1]);
      System.err.println(
          "hint: rows are " + String.join(", ", ROWS.stream().map(Row::id).toList()));
      System.exit(2);
    }
    for (Row row : wanted) {
      measure(row, repository);
    }
  }

  private static void measure(Row row, Path repository) throws IOException {
    try (Lab lab = Lab.open(repository)) {
      Verdict verdict = row.measure(lab);
      List<String> page = new ArrayList<>();
      page.add("# " + row.id() + ": " + row.title());
      page.add("");
      page.add(Machine.description());
      page.add("");
      page.addAll(verdict.table());
      page.add("");
      page.add(verdict.line(row));
      Path kept = repository.resolve("docs/benchmarks").resolve(row.id() + ".md");
      Files.createDirectories(kept.getParent());
      Files.write(kept, page);
      page.forEach(System.out::println);
    }
  }
}
