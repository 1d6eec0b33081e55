package dev.flor.testdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files of a recorded history on the class path. A jar cannot be listed like a folder, so each history keeps the
 * list of its files in {@code INDEX}.
 */
final class Resources {
  static final String INDEX = "INDEX";

  private final String root;
  private final List<String> names;

  private Resources(String root, List<String> names) {
    this.root = root;
    this.names = List.copyOf(names);
  }

  static Resources ofHistory(String name) {
    String root = "histories/" + name + "/";
    List<String> names =
        new String(read(root + INDEX), StandardCharsets.UTF_8).lines().toList();
    return new Resources(root, names);
  }

  /** Names of the files, relative to this folder. */
  List<String> names() {
    return names;
  }

  /** The first segments of the names under {@code prefix}, sorted. */
  SortedSet<String> folders(String prefix) {
    SortedSet<String> folders = new TreeSet<>();
    for (String name : under(prefix).names) {
      folders.add(name.substring(0, name.indexOf('/')));
    }
    return folders;
  }

  Resources under(String prefix) {
    List<String> below = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(prefix)) {
        below.add(name.substring(prefix.length()));
      }
    }
    return new Resources(root + prefix, below);
  }

  Resources without(String name) {
    List<String> others = new ArrayList<>(names);
    others.remove(name);
    return new Resources(root, others);
  }

  byte[] bytes(String name) {
    return read(root + name);
  }

  String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] read(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no such file in the recorded histories: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + " of the recorded histories", e);
    }
  }
}
