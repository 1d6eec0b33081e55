package dev.flor.propagator.metamorphic;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A statement to be carried, and what is to come of it.
 *
 * @param refactoring what lies between the versions
 * @param direction which version has it
 * @param origin the file and the seed, to make it again
 * @param from the latest version, marked
 * @param to the older version with the statement, marked: what is expected
 * @param bare whether the older version lacks the import
 */
record Instance(
    String refactoring,
    Direction direction,
    String origin,
    Program from,
    Program to,
    boolean bare,
    SortedSet<String> loose) {
  static final String IMPORT = "import dev.flor.Flor;\n";

  enum Direction {
    OLDER_HAS_IT,
    LATEST_HAS_IT
  }

  /** What tells it from others, without the texts. */
  Instance light() {
    Program none = Program.of(new TreeMap<>());
    return new Instance(refactoring, direction, origin, none, none, bare, loose);
  }

  SortedMap<String, String> latest() {
    return from.whole();
  }

  SortedMap<String, String> older() {
    SortedMap<String, String> files = to.stripped();
    if (bare) {
      files.replaceAll((path, text) -> text.replaceFirst("import dev\\.flor\\.Flor;\\s?\n?", ""));
    }
    return files;
  }

  SortedMap<String, String> expected() {
    return to.whole();
  }
}
