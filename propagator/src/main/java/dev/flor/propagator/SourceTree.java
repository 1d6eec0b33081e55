package dev.flor.propagator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Java sources of one version: a function from path to text. */
public interface SourceTree {

  /** Paths of the {@code .java} files, separated by {@code /}. */
  SortedSet<String> files();

  /** The text of a file with everything in it, a byte order mark included; empty if there is none. */
  Optional<String> read(String path);

  /** Whether there is a file at a path. */
  default boolean has(String path) {
    return files().contains(path);
  }

  /** Paths of the files that have a name, such as {@code Train.java}, in whatever folder, in order. */
  default List<String> named(String name) {
    return files().stream()
        .filter(path -> path.endsWith(name)
            && (path.length() == name.length()
                || path.charAt(path.length() - name.length() - 1) == '/'))
        .toList();
  }

  /** A tree held in memory. */
  static SourceTree of(SortedMap<String, String> texts) {
    SortedMap<String, String> copy = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    return new SourceTree() {
      @Override
      public SortedSet<String> files() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(copy.keySet()));
      }

      @Override
      public Optional<String> read(String path) {
        return Optional.ofNullable(copy.get(path));
      }
    };
  }
}
