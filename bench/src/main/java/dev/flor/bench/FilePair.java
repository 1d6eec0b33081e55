package dev.flor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A statement's file in the latest version, and the file at the same path in an older one. */
record FilePair(CarryTask task, String latest, String older) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String path() {
    return task.sourceFile();
  }

  /** Lines of the latest text. */
  int lines() {
    return (int) latest.lines().count();
  }

  /** As many pairs of each size as asked for, if there are so many: no latest file twice, evenly spread over what there is. */
  static List<FilePair> sample(Path tasks, List<SizeClass> sizes, int each) throws IOException {
    Collection<FilePair> all = all(tasks);
    List<FilePair> sample = new ArrayList<>();
    for (SizeClass size : sizes) {
      List<FilePair> fitting = all.stream()
          .filter(pair -> size.holds(pair.lines()))
          .sorted(Comparator.comparingInt(FilePair::lines).thenComparing(FilePair::path))
          .toList();
      int many = Math.min(each, fitting.size());
      for (int i = 0; i < many; i++) {
        sample.add(fitting.get((int) ((long) i * (fitting.size() - 1) / Math.max(1, many - 1))));
      }
    }
    return sample;
  }

  /** One pair for each latest file and older tree, of the statements that are each missing alone. */
  private static Collection<FilePair> all(Path tasks) throws IOException {
    Map<String, FilePair> pairs = new TreeMap<>();
    for (String line : Files.readAllLines(tasks)) {
      CarryTask task = JSON.readValue(line, CarryTask.class);
      Path older = Path.of(task.targetRoot(), task.sourceFile());
      if (task.id().endsWith("-one") && Files.exists(older)) {
        SourceFolder.Text latest = SourceFolder.text(Path.of(task.sourceRoot(), task.sourceFile()));
        String key = task.sourceFile() + "\n" + Path.of(task.targetRoot()).getParent();
        pairs.putIfAbsent(
            key, new FilePair(task, latest.text(), SourceFolder.text(older).text()));
      }
    }
    return pairs.values();
  }

  /** Files of so many lines, both bounds included. */
  record SizeClass(int from, int to) {
    boolean holds(int lines) {
      return from <= lines && lines <= to;
    }

    String name() {
      return from + " to " + to + " lines";
    }
  }
}
