package dev.flor.replay;

import dev.flor.replay.project.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The content of every file of a working tree and its git folder, but for what is flor's own. */
final class Fingerprint {
  private Fingerprint() {}

  static SortedMap<String, String> of(Path root) {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(path).toString();
        if (!name.startsWith(".flor")
            && !name.startsWith(".git/refs/flor")
            && !name.startsWith(".git/objects")) {
          contents.put(name, new Key("file").add(Files.readAllBytes(path)).hex());
        }
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
