package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** R5: the source snapshot of a clean repository of ten thousand files, beside the program's start. */
final class SnapshotCost implements Row {
  private static final int FOLDERS = 100;
  private static final int FILES = 100;
  private static final int ROUNDS = 9;
  private static final double GOAL_MILLIS = 150;

  @Override
  public String id() {
    return "R5";
  }

  @Override
  public String title() {
    return "source snapshot of a clean repository of 10,000 files";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    Path project = repository(lab);
    List<double[]> rounds = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      lab.time(
          project,
          lab.java(
              Set.of("bench.jar", "flor-runtime"),
              "dev.flor.bench.OneSnapshot",
              project.toString(),
              lab.scratch().toString(),
              "run" + round));
      if (round > 0) {
        rounds.add(new double[] {Double.parseDouble(lab.lastOutput().get(0))});
      }
    }
    double median = Medians.of(rounds, 0);
    return new Verdict(
        List.of(
            "| what | ms |",
            "|---|---:|",
            "| snapshot, cold, each in a JVM of its own, median of %d | %.0f |"
                .formatted(ROUNDS, median)),
        median < GOAL_MILLIS,
        "%.0f ms".formatted(median),
        "< %.0f ms".formatted(GOAL_MILLIS));
  }

  private static Path repository(Lab lab) throws IOException {
    Path project = Files.createDirectories(lab.scratch().resolve("ten thousand"));
    for (int folder = 0; folder < FOLDERS; folder++) {
      Path path = Files.createDirectories(project.resolve("src/p" + folder));
      for (int file = 0; file < FILES; file++) {
        String text = "class F" + file + " { int x = " + (folder * FILES + file) + "; }\n";
        Files.writeString(path.resolve("F" + file + ".java"), text.repeat(20));
      }
    }
    lab.time(project, List.of("git", "init", "-q"));
    lab.time(project, List.of("git", "add", "-A"));
    lab.time(
        project,
        List.of("git", "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "files"));
    return project;
  }
}
