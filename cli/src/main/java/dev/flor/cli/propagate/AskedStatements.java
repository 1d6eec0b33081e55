package dev.flor.cli.propagate;

import dev.flor.cli.io.DidYouMean;
import dev.flor.cli.io.UsageException;
import dev.flor.cli.project.ConfigFile;
import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.ProbeScan;
import dev.flor.propagator.Probes;
import dev.flor.propagator.SourceTree;
import dev.flor.propagator.StatementPatterns;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which statements of the latest version the user asks for.
 *
 * @param names logged names
 * @param places FILE:LINE
 * @param sets names of pattern sets, which widen the search to other log statements
 */
record AskedStatements(List<String> names, List<String> places, List<String> sets) {

  /** Whether a reader wants a line about it: a set finds hundreds of statements, most of them present. */
  boolean shows(Placement placement, boolean explain) {
    return explain || sets.isEmpty() || !(placement instanceof Placement.Present);
  }

  /**
   * The statements at the places, then those of the names and the sets in the order of the files; all that log through flor, if neither
   * a name nor a place is said.
   *
   * @param root the folder of the {@code flor.toml} with the user's own sets
   */
  List<Probe> in(SourceTree latest, Path root, PrintStream err) {
    Set<Probe> probes = new LinkedHashSet<>();
    for (String place : places) {
      probes.add(StatementPlace.of(place, latest.files()).probe(latest));
    }
    StatementPatterns patterns = patterns(root);
    List<Diagnostic> unreadable = List.of();
    if (places.isEmpty() || !names.isEmpty() || !sets.isEmpty()) {
      ProbeScan scan = Probes.findAll(latest, patterns);
      unreadable = scan.unreadable();
      unreadable.forEach(bad -> err.println("note: " + bad + " (file left out)"));
      names.forEach(name -> require(name, scan));
      scan.probes().stream().filter(this::wanted).forEach(probes::add);
    }
    if (probes.isEmpty()) {
      throw NoStatementException.ofSets(sets, unreadable);
    }
    return List.copyOf(probes);
  }

  private boolean wanted(Probe probe) {
    return names.isEmpty()
        || probe.name().isEmpty()
        || names.contains(probe.name().get());
  }

  private static void require(String name, ProbeScan scan) {
    Set<String> known = new TreeSet<>();
    scan.probes().forEach(probe -> probe.name().ifPresent(known::add));
    if (!known.contains(name)) {
      throw NoStatementException.ofName(name, known, scan.unreadable());
    }
  }

  private StatementPatterns patterns(Path root) {
    Set<String> wanted = new LinkedHashSet<>(sets);
    if (!names.isEmpty() || places.isEmpty()) {
      wanted.add(StatementPatterns.FLOR);
    }
    boolean builtIn = StatementPatterns.names().containsAll(wanted);
    SortedMap<String, List<String>> own = builtIn ? new TreeMap<>() : ConfigFile.statements(root);
    List<String> known = new ArrayList<>(StatementPatterns.names());
    known.addAll(own.keySet());
    for (String set : wanted) {
      if (!known.contains(set)) {
        throw new UsageException(
            "--statements " + set + ": there is no such set of statements",
            DidYouMean.among(known, set)
                .map(near -> "did you mean " + near + "?")
                .orElse("known: " + String.join(", ", known) + "; " + ConfigFile.NAME
                    + " can have more, in [statements]"));
      }
    }
    return StatementPatterns.of(wanted, own);
  }
}
