package dev.flor.replay.check;

import dev.flor.propagator.SourceHeads;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources of a tree that javac is to see beside those it checks: the files of the types that these mention, and of their supertypes,
 * all without what is in their methods. With the whole tree before it, javac would follow every import of every file.
 */
final class Neighbours {
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^[ \\t]*(?:/\\*.*\\*/[ \\t]*)?package\\s+([\\w.]+)\\s*;");

  private final Surroundings around;
  private final Predicate<String> sources;

  /**
   * @param sources whether a file of the tree is compiled
   */
  Neighbours(Surroundings around, Predicate<String> sources) {
    this.around = around;
    this.sources = sources;
  }

  /** What javac sees beside {@code texts}, by path below the root of the package. */
  SortedMap<String, JavacSources.Text> of(SortedMap<String, String> texts) {
    TreeSet<String> words = new TreeSet<>();
    texts.values().forEach(text -> words.addAll(SourceHeads.words(text)));
    SortedSet<String> mentioned = files(words);
    TreeSet<String> all = new TreeSet<>(mentioned);
    all.addAll(inherited(mentioned, texts));
    Set<String> seen = new TreeSet<>();
    all.forEach(file -> seen.add(SourceIndex.name(file)));
    SortedMap<String, String> heads = around.heads(without(all, texts.keySet()), words);
    SortedMap<String, JavacSources.Text> byPath = new TreeMap<>();
    heads.forEach((file, head) -> {
      JavacSources.Text text = text(file, Imports.needed(Imports.without(head, seen)));
      JavacSources.Text other = byPath.get(text.belowRoot());
      if (other == null
          || nearness(file, texts.keySet()) > nearness(other.path(), texts.keySet())) {
        byPath.put(text.belowRoot(), text);
      }
    });
    texts.forEach((path, text) -> byPath.remove(text(path, text).belowRoot()));
    return byPath;
  }

  /** The files of the types that some files extend, and so on upwards. */
  private SortedSet<String> inherited(SortedSet<String> files, SortedMap<String, String> texts) {
    TreeSet<String> found = new TreeSet<>();
    TreeSet<String> done = new TreeSet<>(files);
    SortedSet<String> left = files;
    while (!left.isEmpty()) {
      TreeSet<String> names = new TreeSet<>(around.supertypes(without(left, texts.keySet())));
      left.stream()
          .filter(file -> texts.containsKey(file))
          .forEach(file -> names.addAll(SourceFacts.supertypes(texts.get(file))));
      SortedSet<String> next = files(names);
      found.addAll(next);
      left = without(next, done);
      done.addAll(left);
    }
    return found;
  }

  private static SortedSet<String> without(SortedSet<String> files, Set<String> others) {
    TreeSet<String> left = new TreeSet<>(files);
    left.removeAll(others);
    return Collections.unmodifiableSortedSet(left);
  }

  private SortedSet<String> files(SortedSet<String> names) {
    TreeSet<String> found = new TreeSet<>();
    for (List<String> files : around.named(names).values()) {
      files.stream().filter(sources).forEach(found::add);
    }
    return found;
  }

  /** A file under the path that its package tells. */
  static JavacSources.Text text(String file, String text) {
    String name = SourceIndex.name(file) + ".java";
    Matcher matcher = PACKAGE.matcher(text);
    String below = matcher.find() ? matcher.group(1).replace('.', '/') + "/" + name : name;
    return new JavacSources.Text(file, below, () -> text);
  }

  /** Of two files of one name in one package, the nearer one is of the same module. */
  private static int nearness(String file, Set<String> files) {
    return files.stream().mapToInt(other -> common(file, other)).max().orElse(0);
  }

  private static int common(String one, String other) {
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Whether another file of a folder than that of the same name declares a type. */
  boolean declaresAside(String folder, String type) {
    return around.declaresAside(folder, type);
  }
}
