package dev.flor.replay;

import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.SourceTree;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages that a version imports from, and that are not on the class path known here. That a file which did not import from them
 * does so now is no error: the version was built with them.
 *
 * @param packages of the missing libraries
 * @param types simple names of what is imported from them
 */
record MissingLibraries(Set<String> packages, Set<String> types) {
  private static final Pattern MISSING = Pattern.compile("package ([\\w.]+) does not exist");
  private static final Pattern UNKNOWN =
      Pattern.compile("cannot find symbol; symbol: *(?:class|variable) (\\w+);.*");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+)\\.(\\w+)\\s*;");

  static MissingLibraries of(
      SourceTree older, Collection<String> rewritten, List<Diagnostic> errors) {
    Set<String> missing = new TreeSet<>();
    for (Diagnostic error : errors) {
      Matcher matcher = MISSING.matcher(error.message());
      if (matcher.matches()) {
        missing.add(matcher.group(1));
      }
    }
    Set<String> packages = new TreeSet<>();
    Set<String> types = new TreeSet<>();
    if (!missing.isEmpty()) {
      older.files().forEach(file -> older.read(file).ifPresent(text -> IMPORT
          .matcher(text)
          .results()
          .map(found -> found.group(1))
          .filter(missing::contains)
          .forEach(packages::add)));
      rewritten.forEach(text -> IMPORT
          .matcher(text)
          .results()
          .filter(found -> packages.contains(found.group(1)))
          .forEach(found -> types.add(found.group(2))));
    }
    return new MissingLibraries(packages, types);
  }

  /** Whether an error is there only since the class path lacks a library. */
  boolean explain(Diagnostic error) {
    Matcher missing = MISSING.matcher(error.message());
    Matcher unknown = UNKNOWN.matcher(error.message());
    return (missing.matches() && packages.contains(missing.group(1)))
        || (unknown.matches() && types.contains(unknown.group(1)));
  }
}
