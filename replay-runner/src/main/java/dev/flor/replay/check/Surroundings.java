package dev.flor.replay.check;

import dev.flor.propagator.SourceTree;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** What is asked about an older version by a check of some of its files, beside their texts. */
public interface Surroundings {

  /** The files that are named after types of these names, by name; none for a name without a file. */
  SortedMap<String, List<String>> named(SortedSet<String> types);

  /** The names behind {@code extends}, {@code implements} and {@code permits} in some files. */
  SortedSet<String> supertypes(SortedSet<String> files);

  /** Some files without what is in their methods, and without the methods and fields of other names than these. */
  SortedMap<String, String> heads(SortedSet<String> files, SortedSet<String> names);

  /** Equal for heads that are the same to a compiler. */
  String headsId(SortedSet<String> files, SortedSet<String> names);

  /** Which of these packages some file imports from. */
  SortedSet<String> imported(SortedSet<String> packages);

  /** Whether another file of a folder than that of the same name declares a type. */
  boolean declaresAside(String folder, String type);

  /** What a tree itself answers, or what its texts do. */
  static Surroundings of(SourceTree tree) {
    return tree instanceof Surroundings own ? own : new PlainSurroundings(tree);
  }
}
