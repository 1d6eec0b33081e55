package dev.flor.replay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The source files of a tree by the type that they are named after. */
final class SourceIndex {
  private final SortedMap<String, List<String>> byName = new TreeMap<>();
  private final SortedSet<String> files;

  SourceIndex(SortedSet<String> files) {
    this.files = files;
    for (String file : files) {
      byName.computeIfAbsent(name(file), name -> new ArrayList<>()).add(file);
    }
  }

  /** The simple name of the type that a file is named after. */
  static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length());
  }

  List<String> named(String simpleName) {
    return byName.getOrDefault(simpleName, List.of());
  }

  /** Whether a qualified name is that of a type or of something in one. */
  boolean declares(String qualified) {
    for (int end = qualified.length(); end > 0; end = qualified.lastIndexOf('.', end - 1)) {
      String type = qualified.substring(0, end);
      String file = "/" + type.replace('.', '/') + ".java";
      if (named(type.substring(type.lastIndexOf('.') + 1)).stream()
          .anyMatch(path -> ("/" + path).endsWith(file))) {
        return true;
      }
    }
    return false;
  }

  boolean hasPackage(String name) {
    String folder = "/" + name.replace('.', '/') + "/";
    return files.stream().anyMatch(file -> ("/" + file).contains(folder));
  }
}
