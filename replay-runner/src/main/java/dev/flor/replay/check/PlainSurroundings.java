package dev.flor.replay.check;

import dev.flor.propagator.SourceHeads;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.project.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Answers from the texts of a tree, each read once. */
public final class PlainSurroundings implements Surroundings {
  private final SourceTree tree;
  private final SourceIndex index;
  private final Map<String, String> heads = new LinkedHashMap<>();

  PlainSurroundings(SourceTree tree) {
    this.tree = tree;
    this.index = new SourceIndex(tree.files());
  }

  private String text(String file) {
    return tree.read(file)
        .orElseThrow(() -> new IllegalStateException(file + " is listed and cannot be read"));
  }

  private String head(String file) {
    return heads.computeIfAbsent(file, path -> SourceHeads.of(text(path)));
  }

  @Override
  public SortedMap<String, List<String>> named(SortedSet<String> types) {
    return named(types, index::named);
  }

  /** Leaves out the names that no file has. */
  public static SortedMap<String, List<String>> named(
      SortedSet<String> types, Function<String, List<String>> files) {
    SortedMap<String, List<String>> found = new TreeMap<>();
    for (String type : types) {
      List<String> named = files.apply(type);
      if (!named.isEmpty()) {
        found.put(type, named);
      }
    }
    return found;
  }

  @Override
  public SortedSet<String> supertypes(SortedSet<String> files) {
    TreeSet<String> names = new TreeSet<>();
    files.forEach(file -> names.addAll(SourceFacts.supertypes(head(file))));
    return names;
  }

  @Override
  public SortedMap<String, String> heads(SortedSet<String> files, SortedSet<String> names) {
    SortedMap<String, String> found = new TreeMap<>();
    files.forEach(file -> found.put(file, SourceHeads.of(head(file), names)));
    return found;
  }

  @Override
  public String headsId(SortedSet<String> files, SortedSet<String> names) {
    Key key = new Key("heads");
    heads(files, names).forEach((file, head) -> key.add(file).add(head));
    return key.hex();
  }

  @Override
  public SortedSet<String> imported(SortedSet<String> packages) {
    TreeSet<String> found = new TreeSet<>();
    for (String file : tree.files()) {
      tree.read(file).map(SourceFacts::imports).ifPresent(found::addAll);
    }
    found.retainAll(packages);
    return found;
  }

  @Override
  public boolean declaresAside(String folder, String type) {
    return tree.files().tailSet(folder).stream()
        .takeWhile(file -> file.startsWith(folder))
        .filter(file -> file.indexOf('/', folder.length()) < 0)
        .anyMatch(file -> SourceFacts.declared(head(file)).contains(type));
  }
}
