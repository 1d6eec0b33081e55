package dev.flor.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * P4: ten statements carried through a long history of a large tree, and the memory that takes. {@code -Dflor.bench.commits} and
 * {@code -Dflor.bench.files} make it smaller.
 */
final class HistoryMemory implements Row {
  private static final int GOAL_MEGABYTES = 2000;

  @Override
  public String id() {
    return "P4";
  }

  @Override
  public String title() {
    return "memory of `flor propagate` of 10 statements over a long history of a large tree";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    MadeHistory history = new MadeHistory(
        Integer.getInteger("flor.bench.files", 20_000),
        Integer.getInteger("flor.bench.commits", 5_000));
    Path clone = Files.createDirectories(lab.scratch().resolve("made"));
    make(lab, clone, history);
    PickedStatements.into(
        clone, lab.git(clone, "log", "--max-count=500", "--format=", "--name-only", "HEAD"));
    Files.writeString(
        clone.resolve("flor.toml"), "[build]\ntool = \"javac\"\nsources = [\"src\"]\n");
    List<String> table = new ArrayList<>(List.of(
        "| run | files | commits | versions and outcomes | wall s | processors s | most resident, MB |",
        "|---|--:|--:|---|--:|--:|--:|"));
    long most = 0;
    for (String run : List.of("first", "again")) {
      Used used = propagate(lab, clone);
      most = Math.max(most, used.megabytes());
      table.add("| %s | %d | %d | %s | %.0f | %.0f | %d |"
          .formatted(
              run,
              history.files(),
              history.commits(),
              used.outcome(),
              used.wall(),
              used.processors(),
              used.megabytes()));
    }
    table.add("");
    table.add("The memory is that of the largest process (GNU time), which is flor's own.");
    return new Verdict(
        table,
        most < GOAL_MEGABYTES,
        "%d MB at most".formatted(most),
        "< %d MB".formatted(GOAL_MEGABYTES));
  }

  private record Used(String outcome, double wall, double processors, long megabytes) {}

  private static Used propagate(Lab lab, Path clone) throws IOException {
    Path time = lab.scratch().resolve("time.txt");
    double wall = lab.time(
            clone,
            List.of(
                "time",
                "-o",
                time.toString(),
                "-f",
                "%U %S %M",
                lab.repository().resolve("flor").toString(),
                "propagate",
                "--since",
                "1970-01-01",
                "--format",
                "csv",
                "--fail-on",
                "none"))
        / 1e9;
    String[] figures = Files.readString(time).strip().split(" ", -1);
    String outcome = lab.lastOutput().stream()
        .filter(line -> line.contains(" versions: "))
        .findFirst()
        .orElseThrow();
    return new Used(
        outcome,
        wall,
        Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]),
        Long.parseLong(figures[2]) / 1024);
  }

  private static void make(Lab lab, Path clone, MadeHistory history) throws IOException {
    lab.git(clone, "init", "-q", "-b", "main");
    Process importer = new ProcessBuilder("git", "fast-import", "--quiet")
        .directory(clone.toFile())
        .redirectErrorStream(true)
        .redirectOutput(lab.scratch().resolve("import.txt").toFile())
        .start();
    try (OutputStream stream = new BufferedOutputStream(importer.getOutputStream())) {
      history.writeTo(stream);
    }
    if (Lab.wait(importer) != 0) {
      throw new IllegalStateException(Files.readString(lab.scratch().resolve("import.txt")));
    }
    lab.git(clone, "reset", "-q", "--hard", "main");
  }
}
