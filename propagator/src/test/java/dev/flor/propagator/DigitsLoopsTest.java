package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.testdata.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the versions of the digits need when a statement after the steps of an epoch is asked for. */
class DigitsLoopsTest {
  private static final Path COMMITS =
      Cases.root().resolve("testdata").resolve("histories").resolve("digits").resolve("commits");

  @Test
  void everyVersionCanBeResumedAndAllButTheFirstSkipTheSteps() throws IOException {
    List<String> found = new ArrayList<>();
    SortedMap<String, String> sources = new TreeMap<>();
    for (Path commit : list(COMMITS)) {
      update(sources, commit);
      ReplayNeeds needs =
          LoopAnalysis.analyse(SourceTree.of(sources), List.of(afterTheSteps(sources)));
      found.add(commit.getFileName().toString().substring(0, 2) + " "
          + needs.mainLoop().orElse("-") + " " + needs.resumable() + " " + needs.skippable()
          + needs.obstacles());
    }
    assertThat(found)
        .containsExactly(
            "01 epoch true [][Obstacle[file=src/digits/Train.java, line=29, variable=total, loop=step, "
                + "why=it is set here and read after the loop]]",
            "02 epoch true [step][]",
            "03 epoch true [step][]",
            "04 epoch true [step][]",
            "05 epoch true [attempt][]",
            "06 epoch true [step][]",
            "07 epoch true [step][]",
            "08 epoch true [step][]",
            "09 epoch true [step][]",
            "10 epoch true [step][]",
            "11 epoch true [step][]",
            "12 epoch true [step][]",
            "13 epoch true [step][]");
  }

  private static ProbeSite afterTheSteps(SortedMap<String, String> sources) {
    for (String path : sources.keySet()) {
      List<String> lines = sources.get(path).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains("Flor.log(\"loss\"")) {
          return new ProbeSite(path, i + 1, true);
        }
      }
    }
    throw new IllegalStateException("no loss is logged");
  }

  private static void update(SortedMap<String, String> sources, Path commit) throws IOException {
    for (String line : Files.readAllLines(commit.resolve("COMMIT"))) {
      if (line.startsWith("delete:")) {
        sources.keySet().removeAll(List.of(line.substring(7).strip().split("\\s+")));
      }
    }
    try (Stream<Path> files = Files.walk(commit)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file ->
              sources.put(commit.relativize(file).toString().replace('\\', '/'), read(file)));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
