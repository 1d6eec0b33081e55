package dev.flor.cli.propagate;

import dev.flor.cli.io.DidYouMean;
import dev.flor.cli.io.UsageException;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import dev.flor.propagator.SourceTree;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** What {@code --at FILE:LINE} names; FILE may be the end of a path, if it is the end of just one. */
record StatementPlace(String given, String file, int line) {

  static StatementPlace of(String given, Collection<String> files) {
    int colon = given.lastIndexOf(':');
    String digits = given.substring(colon + 1);
    if (colon < 0 || !digits.matches("[0-9]{1,9}")) {
      throw new UsageException("--at " + given + " is not FILE:LINE", "such as --at a/B.java:12");
    }
    String path = given.substring(0, colon).replace('\\', '/').replaceFirst("^(\\./)+", "");
    return new StatementPlace(given, file(given, path, files), Integer.parseInt(digits));
  }

  Probe probe(SourceTree latest) {
    return Probes.at(latest, file, line).orElseThrow(() -> Probes.unreadable(latest, file)
        .map(bad -> new NoStatementException(
            "--at " + given + ": " + bad, "repair the file first; flor has to parse it"))
        .orElseGet(() -> new NoStatementException(
            "there is no statement at " + given + " in the latest version", near(latest))));
  }

  private String near(SourceTree latest) {
    SortedSet<Integer> lines = Probes.lines(latest, file);
    if (lines.isEmpty()) {
      return "there are no statements in " + file;
    }
    SortedSet<Integer> above = lines.headSet(line);
    SortedSet<Integer> below = lines.tailSet(line);
    if (above.isEmpty() || below.isEmpty()) {
      return "the nearest statement begins on line "
          + (above.isEmpty() ? below.first() : above.last());
    }
    return "the nearest statements begin on lines " + above.last() + " and " + below.first();
  }

  private static String file(String given, String path, Collection<String> files) {
    if (files.contains(path)) {
      return path;
    }
    List<String> ends = files.stream().filter(file -> file.endsWith("/" + path)).toList();
    if (ends.size() > 1) {
      throw new UsageException(
          "--at " + given + " may be " + ends.get(0) + " or " + ends.get(1),
          "write more of the path");
    }
    return ends.stream().findFirst().orElseThrow(() -> missing(given, path, files));
  }

  private static UsageException missing(String given, String path, Collection<String> files) {
    return new UsageException(
        "--at " + given + ": there is no such file in the latest version",
        DidYouMean.among(files, path)
            .map(near -> "did you mean " + near + "?")
            .orElse("FILE is a path below the top of the sources, or the end of one"));
  }
}
