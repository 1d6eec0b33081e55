package dev.flor.propagator;

import java.util.List;

/** Carries probes of the latest version into older ones. */
public final class Propagator {
  private final CompileCheck check;

  /** A propagator that refuses what {@code check} finds new errors in. */
  public Propagator(CompileCheck check) {
    this.check = check;
  }

  /** Places every probe in {@code older}, or says why not; never throws for a probe it cannot place. */
  public Propagation carry(List<Probe> probes, SourceTree latest, SourceTree older) {
    ProbeCarrier carrier = new ProbeCarrier(new Project(latest, older));
    List<Outcome> outcomes = probes.stream().map(carrier::carry).toList();
    return new Assembly(check, older).assemble(outcomes);
  }
}
