package dev.flor.propagator.loops;

import dev.flor.propagator.SourceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files worth parsing: in a small tree all, in a large one those that the files that use flor lead to. */
final class RelevantFiles {
  private static final int SMALL = 200;
  private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*\\b");

  private RelevantFiles() {}

  static SortedSet<String> of(SourceTree sources) {
    return sources.files().size() <= SMALL ? sources.files() : closure(sources);
  }

  /** By the names of types that files mention; the files of one folder see each other without naming files. */
  private static SortedSet<String> closure(SourceTree sources) {
    Map<String, List<String>> byType = new TreeMap<>();
    Map<String, List<String>> byFolder = new TreeMap<>();
    Deque<String> todo = new ArrayDeque<>();
    for (String path : sources.files()) {
      byType.computeIfAbsent(type(path), key -> new ArrayList<>()).add(path);
      byFolder.computeIfAbsent(folder(path), key -> new ArrayList<>()).add(path);
      if (sources.read(path).filter(text -> text.contains("Flor")).isPresent()) {
        todo.add(path);
      }
    }
    NavigableSet<String> found = new TreeSet<>(todo);
    while (!todo.isEmpty()) {
      String path = todo.remove();
      Set<String> next = new TreeSet<>(byFolder.get(folder(path)));
      Matcher words = WORD.matcher(sources.read(path).orElse(""));
      while (words.find()) {
        next.addAll(byType.getOrDefault(words.group(), List.of()));
      }
      next.stream().filter(found::add).forEach(todo::add);
    }
    return found;
  }

  private static String type(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
