package dev.flor.store.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a JSON file for each of some keys. */
record JsonFolder(Path dir) {
  private static final String SUFFIX = ".json";

  /** The keys that have a file, sorted; those that are still being written aside do not count. */
  List<String> keys() throws IOException {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  Path file(String key) {
    return dir.resolve(key + SUFFIX);
  }
}
