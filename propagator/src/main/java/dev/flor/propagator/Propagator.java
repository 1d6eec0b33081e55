package dev.flor.propagator;

import java.util.List;
import java.util.TreeMap;

/** Carries probes of the latest version into older ones. */
public final class Propagator {
  private final CompileCheck check;

  public Propagator(CompileCheck check) {
    this.check = check;
  }

  /** Places every probe in {@code older}, or says why not; never throws for a probe it cannot place. */
  public Propagation carry(List<Probe> probes, SourceTree latest, SourceTree older) {
    if (!probes.isEmpty()) {
      throw new IllegalStateException("not reached before this module is filled: " + check);
    }
    return new Propagation(List.of(), new TreeMap<>());
  }
}
