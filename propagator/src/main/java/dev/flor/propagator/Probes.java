package dev.flor.propagator;

import java.util.Optional;
import java.util.Set;

/** Finds the statements of the latest version that can be carried to older ones. */
public final class Probes {
  private Probes() {}

  /** Every {@code Flor.log(...)} call. */
  public static ProbeScan findAll(SourceTree latest) {
    return ProbeSearch.all(latest);
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

  /** The innermost statement that begins on this 1-based line, whatever it does; or the one around it. */
  public static Optional<Probe> at(SourceTree latest, String file, int line) {
    return ProbeSearch.at(latest, file, line);
  }
}
