package dev.flor.propagator;

import java.util.List;

/** Carries probes of the latest version into older ones. */
public final class Propagator {
  private final CompileCheck check;
  private final boolean explains;

  /** A propagator that refuses what {@code check} finds new errors in. */
  public Propagator(CompileCheck check) {
    this(check, false);
  }

  private Propagator(CompileCheck check, boolean explains) {
    this.check = check;
    this.explains = explains;
  }

  /** The same, but what it carries comes with what was considered. */
  public Propagator explaining() {
    return new Propagator(check, true);
  }

  /** Places every probe in {@code older}, or says why not; never throws for a probe it cannot place. */
  public Propagation carry(List<Probe> probes, SourceTree latest, SourceTree older) {
    Recording recording = new Recording();
    ProbeCarrier carrier =
        new ProbeCarrier(new Project(latest, older), explains ? recording : Trace.NONE);
    List<Outcome> outcomes = probes.stream().map(carrier::carry).toList();
    Propagation carried = new Assembly(check, older).assemble(outcomes);
    return explains ? carried.considering(recording.considerations()) : carried;
  }
}
