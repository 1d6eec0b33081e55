package dev.flor.replay.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The class path patterns of {@code flor.toml}: a jar, a folder, or {@code dir/*.jar}. */
public final class JarPatterns {
  private JarPatterns() {}

  /** What the patterns name below the first of {@code bases} that has it, in the patterns' order. */
  public static List<Path> resolve(List<String> patterns, Path... bases) {
    List<Path> found = new ArrayList<>();
    for (String pattern : patterns) {
      for (Path base : bases) {
        List<Path> here = expand(base, pattern);
        if (!here.isEmpty()) {
          found.addAll(here);
          break;
        }
      }
    }
    return found;
  }

  private static List<Path> expand(Path base, String pattern) {
    int slash = pattern.lastIndexOf('/');
    Path folder = slash < 0 ? base : base.resolve(pattern.substring(0, slash));
    String name = pattern.substring(slash + 1);
    if (!name.contains("*")) {
      Path path = base.resolve(pattern);
      return Files.exists(path) ? List.of(path) : List.of();
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    TreeSet<Path> matches = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, name)) {
      entries.forEach(matches::add);
    } catch (IOException e) {
      throw new WorkspaceException("cannot list " + folder, e);
    }
    return List.copyOf(matches);
  }
}
