package dev.flor.propagator;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Finds the statements of the latest version that can be carried to older ones. */
public final class Probes {
  private Probes() {}

  /** Every {@code Flor.log(...)} call. */
  public static ProbeScan findAll(SourceTree latest) {
    return findAll(latest, StatementPatterns.flor());
  }

  /** Every log statement, as told by these patterns. */
  public static ProbeScan findAll(SourceTree latest, StatementPatterns patterns) {
    return ProbeSearch.all(latest, patterns);
  }

  /** The {@code Flor.log(...)} calls that log one of these names. */
  public static ProbeScan named(SourceTree latest, Set<String> names) {
    ProbeScan all = findAll(latest);
    return new ProbeScan(
        all.probes().stream()
            .filter(p -> p.name().filter(names::contains).isPresent())
            .toList(),
        all.unreadable());
  }

  /**
   * The innermost statement that begins on this 1-based line, whatever it does; or the one around it, unless the line is
   * one of a block.
   */
  public static Optional<Probe> at(SourceTree latest, String file, int line) {
    return ProbeSearch.at(latest, file, line);
  }

  /**
   * A probe where it has gone to: what stands on a 1-based line of a version that it was carried into, or that has it already, and
   * reads most like it.
   */
  public static Optional<Probe> placed(SourceTree version, Probe probe, String file, int line) {
    return ProbeSearch.placed(version, probe, file, line);
  }

  /**
   * Whether probes of two versions are the same statement: they read the same, and stand in members of one name, as far as braces tell
   * these. A name may be logged in several places, with several values.
   */
  public static boolean areSame(
      SourceTree version, Probe probe, SourceTree otherVersion, Probe other) {
    return Tokens.of(probe.text()).equals(Tokens.of(other.text()))
        && ProbeSearch.member(version, probe).equals(ProbeSearch.member(otherVersion, other));
  }

  /** The 1-based lines of a file that {@link #at} finds something on: where it begins. */
  public static SortedSet<Integer> lines(SourceTree latest, String file) {
    return ProbeSearch.lines(latest, file);
  }

  /** Why {@link #at} finds nothing in a file, if that is because it does not parse. */
  public static Optional<Diagnostic> unreadable(SourceTree latest, String file) {
    return ProbeSearch.unreadable(latest, file);
  }
}
