package dev.flor.replay.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Annotation processors on a class path: javac finds them by a file of that name. */
final class Processors {
  private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

  private Processors() {}

  static boolean in(List<Path> libraries) {
    return libraries.stream().anyMatch(Processors::offers);
  }

  /** Whether a file of a tree announces one that the tree itself has. */
  static boolean announced(String file) {
    return file.endsWith("/" + SERVICE);
  }

  static List<Path> without(List<Path> libraries) {
    return libraries.stream().filter(library -> !offers(library)).toList();
  }

  private static boolean offers(Path library) {
    if (!Files.isRegularFile(library)) {
      return Files.exists(library.resolve(SERVICE));
    }
    try (ZipFile jar = new ZipFile(library.toFile())) {
      return jar.getEntry(SERVICE) != null;
    } catch (IOException e) {
      return false; // no jar: javac says so where it matters
    }
  }
}
