package dev.flor.replay.check;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages that a version imports from, and that are not on the class path known here. That a file which did not import from them
 * does so now is no error: the version was built with them.
 */
record MissingLibraries(Set<String> packages) {
  private static final Pattern MISSING = Pattern.compile("package ([\\w.]+) does not exist");

  /**
   * @param absent what files of the version import from such packages
   */
  static MissingLibraries of(
      Surroundings older, List<JavacFault> faults, Collection<String> absent) {
    TreeSet<String> missing = new TreeSet<>();
    for (JavacFault fault : faults) {
      Matcher matcher = MISSING.matcher(fault.message());
      if (matcher.matches()) {
        missing.add(matcher.group(1));
      }
    }
    TreeSet<String> held = new TreeSet<>(absent);
    held.addAll(missing.isEmpty() ? missing : older.imported(missing));
    return new MissingLibraries(held);
  }

  /** Whether a qualified name is one of these packages, or of something in one. */
  boolean hold(String name) {
    return packages.stream().anyMatch(one -> name.equals(one) || name.startsWith(one + "."));
  }
}
