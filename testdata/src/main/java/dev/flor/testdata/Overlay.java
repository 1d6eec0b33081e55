package dev.flor.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files to be laid over a working tree, whole, and files to be taken away from it. */
public final class Overlay {
  private final Resources resources;
  private final SortedMap<String, String> sources = new TreeMap<>();
  private final List<String> deleted;

  Overlay(Resources resources, List<String> deleted) {
    this.resources = resources;
    this.deleted = deleted;
    for (String name : resources.names()) {
      sources.put(path(name), name);
    }
  }

  /** Paths of the files that {@link #writeTo} writes, '/'-separated and sorted. */
  public List<String> files() {
    return List.copyOf(sources.keySet());
  }

  /** Paths of the files that {@link #writeTo} deletes. */
  public List<String> deleted() {
    return deleted;
  }

  /** Changes {@code workTree}; a file to be deleted must be there. */
  public void writeTo(Path workTree) {
    try {
      for (String path : deleted) {
        Files.delete(workTree.resolve(path));
      }
      for (var entry : sources.entrySet()) {
        Path file = workTree.resolve(entry.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, resources.bytes(entry.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the files of a recorded history to " + workTree, e);
    }
  }

  /** A file stored as {@code dot_x} is {@code .x}: build tools leave real dot files out of jars. */
  private static String path(String name) {
    return name.startsWith("dot_") ? "." + name.substring("dot_".length()) : name;
  }
}
