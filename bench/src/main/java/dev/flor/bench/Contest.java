package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands measured in turn, so that a slow minute of the machine hits all of them. */
final class Contest {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(Path directory, List<String> command, List<Double> millis) {}

  void enter(String name, Path directory, List<String> command) {
    entries.put(name, new Entry(directory, command, new ArrayList<>()));
  }

  /** One round that does not count, then {@code rounds} that do. */
  void run(Lab lab, int rounds) throws IOException {
    for (int round = -1; round < rounds; round++) {
      for (Entry entry : entries.values()) {
        double millis = lab.time(entry.directory(), entry.command()) / 1e6;
        if (round >= 0) {
          entry.millis().add(millis);
        }
      }
    }
  }

  double median(String name) {
    List<Double> sorted = sorted(name);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("| what | median ms | min ms | max ms | rounds |");
    lines.add("|---|---:|---:|---:|---:|");
    for (String name : entries.keySet()) {
      List<Double> all = sorted(name);
      lines.add("| %s | %.0f | %.0f | %.0f | %d |"
          .formatted(name, median(name), all.get(0), all.get(all.size() - 1), all.size()));
    }
    return lines;
  }

  private List<Double> sorted(String name) {
    List<Double> sorted = new ArrayList<>(entries.get(name).millis());
    Collections.sort(sorted);
    return sorted;
  }
}
