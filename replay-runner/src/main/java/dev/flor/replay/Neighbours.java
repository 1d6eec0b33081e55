package dev.flor.replay;

import dev.flor.propagator.SourceHeads;
import dev.flor.propagator.SourceTree;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources of a tree that javac is to see beside those it checks: the files of the types that these mention, and of their supertypes,
 * all without what is in their methods. With the whole tree before it, javac would follow every import of every file.
 */
final class Neighbours {
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^[ \\t]*(?:/\\*.*\\*/[ \\t]*)?package\\s+([\\w.]+)\\s*;");
  private static final Pattern SUPERTYPES =
      Pattern.compile("\\b(?:extends|implements|permits)\\b([^{;]*)");

  private final SourceTree tree;
  private final SourceIndex index;
  private final Map<String, String> heads = new LinkedHashMap<>();

  /**
   * @param sources the files of the tree that are compiled
   */
  Neighbours(SourceTree tree, SortedSet<String> sources) {
    this.tree = tree;
    this.index = new SourceIndex(sources);
  }

  /** What javac sees beside {@code texts}, by path below the root of the package. */
  SortedMap<String, JavacSources.Text> of(SortedMap<String, String> texts) {
    Set<String> words = new TreeSet<>();
    texts.values().forEach(text -> words.addAll(SourceHeads.words(text)));
    SortedSet<String> mentioned = new TreeSet<>();
    SortedSet<String> inherited = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>();
    add(words, mentioned, left);
    while (!left.isEmpty()) {
      String file = left.remove();
      add(supertypes(texts.getOrDefault(file, head(file))), inherited, left);
    }
    mentioned.addAll(inherited);
    Set<String> seen = new TreeSet<>();
    mentioned.forEach(file -> seen.add(SourceIndex.name(file)));
    SortedMap<String, JavacSources.Text> byPath = new TreeMap<>();
    mentioned.removeAll(texts.keySet());
    for (String file : mentioned) {
      String head = inherited.contains(file) ? head(file) : SourceHeads.of(head(file), words);
      JavacSources.Text text = text(file, Imports.without(head, seen));
      JavacSources.Text other = byPath.get(text.belowRoot());
      if (other == null
          || nearness(file, texts.keySet()) > nearness(other.path(), texts.keySet())) {
        byPath.put(text.belowRoot(), text);
      }
    }
    texts.forEach((path, text) -> byPath.remove(text(path, text).belowRoot()));
    return byPath;
  }

  /** A file under the path that its package tells. */
  static JavacSources.Text text(String file, String text) {
    String name = SourceIndex.name(file) + ".java";
    Matcher matcher = PACKAGE.matcher(text);
    String below = matcher.find() ? matcher.group(1).replace('.', '/') + "/" + name : name;
    return new JavacSources.Text(file, below, () -> text);
  }

  private void add(Collection<String> words, Set<String> found, Deque<String> left) {
    for (String word : words) {
      for (String file : index.named(word)) {
        if (found.add(file)) {
          left.add(file);
        }
      }
    }
  }

  private static Set<String> supertypes(String head) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = SUPERTYPES.matcher(head);
    while (matcher.find()) {
      names.addAll(SourceHeads.words(matcher.group(1)));
    }
    return names;
  }

  private String head(String file) {
    return heads.computeIfAbsent(file, path -> tree.read(path)
        .map(SourceHeads::of)
        .orElseThrow(() -> new IllegalStateException(path + " is listed and cannot be read")));
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
    Pattern declaration =
        Pattern.compile("\\b(?:class|interface|enum|record)\\s+" + Pattern.quote(type) + "\\b");
    return tree.files().tailSet(folder).stream()
        .takeWhile(file -> file.startsWith(folder))
        .filter(file -> file.indexOf('/', folder.length()) < 0)
        .anyMatch(file -> declaration.matcher(head(file)).find());
  }
}
