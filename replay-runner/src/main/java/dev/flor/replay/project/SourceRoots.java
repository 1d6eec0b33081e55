package dev.flor.replay.project;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which of a tree's files are compiled. */
public record SourceRoots(List<String> roots) {

  /** The configured roots, else Maven's, else {@code src}, else the whole tree. */
  public static SourceRoots of(ProjectConfig.Build build, SortedSet<String> files) {
    if (!build.sources().isEmpty()) {
      return new SourceRoots(build.sources().stream().map(SourceRoots::normal).toList());
    }
    return List.of("src/main/java/", "src/").stream()
        .filter(root -> files.stream().anyMatch(file -> file.startsWith(root)))
        .findFirst()
        .map(root -> new SourceRoots(List.of(root)))
        .orElse(new SourceRoots(List.of("")));
  }

  public static String normal(String root) {
    String path = root.replace('\\', '/');
    return path.isEmpty() || path.equals(".") ? "" : path.endsWith("/") ? path : path + "/";
  }

  /** The Java files below the roots, in order. */
  public SortedSet<String> sources(SortedSet<String> files) {
    TreeSet<String> sources = new TreeSet<>();
    for (String file : files) {
      if (file.endsWith(".java") && roots.stream().anyMatch(file::startsWith)) {
        sources.add(file);
      }
    }
    return sources;
  }

  /** The path of {@code file} below its root: its package folder and name. */
  public String belowRoot(String file) {
    return roots.stream()
        .filter(file::startsWith)
        .map(root -> file.substring(root.length()))
        .findFirst()
        .orElse(file);
  }
}
