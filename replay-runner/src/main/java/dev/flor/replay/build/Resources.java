package dev.flor.replay.build;

import dev.flor.replay.build.BuildModel.Module;
import dev.flor.replay.build.BuildModel.Resource;
import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.SourceRoots;
import dev.flor.replay.project.Workspace;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What stands beside the classes of a module: folders of the tree as they are, and copies where only some files count. */
final class Resources {
  private final Path florDir;
  private final Path root;
  private final SortedSet<String> files;

  Resources(Path florDir, Path root, SortedSet<String> files) {
    this.florDir = florDir;
    this.root = root;
    this.files = files;
  }

  List<Path> of(Module module) {
    List<Path> folders = new ArrayList<>();
    SortedMap<String, String> copied = new TreeMap<>();
    for (Resource resource : module.resources()) {
      if (isWhole(resource)) {
        folders.add(root.resolve(resource.folder()));
      } else {
        chosen(resource).forEach((target, file) -> copied.putIfAbsent(target, file));
      }
    }
    if (!copied.isEmpty()) {
      folders.add(copy(copied));
    }
    return folders.stream().filter(Files::isDirectory).toList();
  }

  private static boolean isWhole(Resource resource) {
    return resource.target().isEmpty()
        && resource.includes().isEmpty()
        && resource.excludes().isEmpty();
  }

  /** Files of the tree by where they go. */
  private SortedMap<String, String> chosen(Resource resource) {
    SortedMap<String, String> chosen = new TreeMap<>();
    String folder = SourceRoots.normal(resource.folder());
    String target = SourceRoots.normal(resource.target());
    for (String file : files.tailSet(folder)) {
      if (!file.startsWith(folder)) {
        break;
      }
      String name = file.substring(folder.length());
      boolean in = resource.includes().isEmpty() || matches(resource.includes(), name);
      if (in && !matches(resource.excludes(), name)) {
        chosen.put(target + name, file);
      }
    }
    return chosen;
  }

  /** Patterns as build tools write them: {@code **} stands for folders, or none; a slash at the end for all below. */
  private static boolean matches(List<String> patterns, String name) {
    return patterns.stream()
        .map(pattern -> pattern.replace('\\', '/'))
        .map(pattern -> pattern.endsWith("/") ? pattern + "**" : pattern)
        .anyMatch(pattern -> glob(pattern, name)
            || (pattern.startsWith("**/") && glob(pattern.substring("**/".length()), name)));
  }

  private static boolean glob(String pattern, String name) {
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("/**/", "{/,/**/}"));
    return matcher.matches(Path.of(name));
  }

  private Path copy(SortedMap<String, String> copied) {
    Path aside = Workspace.home(florDir, "0");
    try {
      Key key = new Key("resources");
      for (var entry : copied.entrySet()) {
        key.add(entry.getKey()).add(Files.readAllBytes(root.resolve(entry.getValue())));
      }
      Path home = florDir.resolve("builds").resolve(key.hex());
      if (Files.isDirectory(home)) {
        FileSizes.touch(home);
        return home;
      }
      for (var entry : copied.entrySet()) {
        Path to = aside.resolve(entry.getKey()).normalize();
        Files.createDirectories(to.getParent());
        Files.copy(root.resolve(entry.getValue()), to);
      }
      ModuleBuild.publish(aside, home);
      return home;
    } catch (IOException e) {
      throw new WorkspaceException("cannot copy the resources below " + root, e);
    } finally {
      Folders.sweep(aside);
    }
  }
}
