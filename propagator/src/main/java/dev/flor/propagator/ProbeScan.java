package dev.flor.propagator;

import java.util.List;

/**
 * What a search for probes found.
 *
 * @param probes in the order of files and lines
 * @param unreadable one diagnostic for each file that could not be searched, since it does not parse
 */
public record ProbeScan(List<Probe> probes, List<Diagnostic> unreadable) {
  public ProbeScan {
    probes = List.copyOf(probes);
    unreadable = List.copyOf(unreadable);
  }
}
