package dev.flor.replay.check;

import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Texts as javac is to see them, with the sources beside them. */
final class CheckedTexts {
  private static final Set<String> OF_THE_JDK = ModuleFinder.ofSystem().findAll().stream()
      .flatMap(module -> module.descriptor().packages().stream())
      .collect(Collectors.toUnmodifiableSet());

  private final JavaFileManager files;
  private final SortedMap<String, JavacSources.Text> beside;
  private final List<JavacSources.Text> units = new ArrayList<>();
  private final SortedMap<String, List<String>> absent = new TreeMap<>();

  CheckedTexts(Reductions reduced, Neighbours neighbours, JavaFileManager files) {
    this.files = files;
    SortedMap<String, String> texts = reduced.texts();
    this.beside = neighbours.of(texts);
    Set<String> packages = packages(texts);
    texts.forEach((path, text) -> {
      List<String> left = new ArrayList<>();
      absent.put(path, left);
      String present = Imports.withoutAbsent(
          text,
          name -> packages.contains(name) || isKnown(name),
          offset -> reduced.files().get(path).isNew(offset),
          left::add);
      units.add(Neighbours.text(path, present));
    });
  }

  /** The packages of the sources. */
  private Set<String> packages(SortedMap<String, String> texts) {
    Set<String> packages = new TreeSet<>();
    beside.keySet().forEach(path -> packages.add(packageOf(path)));
    texts.forEach(
        (path, text) -> packages.add(packageOf(Neighbours.text(path, text).belowRoot())));
    return packages;
  }

  private static String packageOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/'))).replace('/', '.');
  }

  private boolean isKnown(String name) {
    if (OF_THE_JDK.contains(name)) {
      return true;
    }
    try {
      return files
          .list(StandardLocation.CLASS_PATH, name, Set.of(JavaFileObject.Kind.CLASS), false)
          .iterator()
          .hasNext();
    } catch (IOException e) {
      throw new WorkspaceException("cannot read the class path", e);
    }
  }

  Attribution attribution(Optional<Integer> level) {
    return Attribution.of(new JavacSources(files, beside), units, level);
  }

  /** What a file imports from packages that are not there; javac does not see these imports. */
  List<String> absent(String path) {
    return absent.getOrDefault(path, List.of());
  }

  /** The same of all files. */
  List<String> absent() {
    return absent.values().stream().flatMap(List::stream).toList();
  }
}
