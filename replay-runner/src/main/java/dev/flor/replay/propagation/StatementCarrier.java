package dev.flor.replay.propagation;

import dev.flor.propagator.CompileCheck;
import dev.flor.propagator.Diagnostic;
import dev.flor.propagator.Patch;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.Propagator;
import dev.flor.propagator.Sighting;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.check.Libraries;
import java.util.List;
import java.util.SortedMap;

/**
 * Carries statements into one version after the other, and remembers the trees it parsed and, as long as it is not closed, the libraries
 * it compiled against. For one thread at a time.
 */
final class StatementCarrier implements AutoCloseable {
  private final Propagator propagator;
  private final Libraries libraries = new Libraries();
  private CompileCheck current = CompileCheck.NONE;

  StatementCarrier(boolean explain) {
    Propagator plain = new Propagator(this::newErrors);
    this.propagator = explain ? plain.explaining() : plain;
  }

  private StatementCarrier(StatementCarrier other) {
    this.propagator = other.propagator.beside(this::newErrors);
  }

  /** Another one, for another thread: what was found, and what was looked for in vain, is known to both. */
  StatementCarrier beside() {
    return new StatementCarrier(this);
  }

  private List<Diagnostic> newErrors(SourceTree older, SortedMap<String, Patch> patches) {
    return current.newErrors(older, patches);
  }

  Propagation carry(List<Probe> probes, SourceTree latest, SourceTree older, CheckSetup setup) {
    current = setup.check().with(libraries);
    return propagator.carry(probes, latest, older);
  }

  /** Statements that stand in several versions. */
  Propagation carry(List<Sighting> sightings, SourceTree older, CheckSetup setup) {
    current = setup.check().with(libraries);
    return propagator.carry(sightings, older);
  }

  /** The same, on the way to another version: whether it compiles there does not matter. */
  Propagation pass(Sighting sighting, SourceTree older) {
    current = CompileCheck.NONE;
    return propagator.carry(List.of(sighting), older);
  }

  /** Closes the libraries; they are opened again where they are wanted. */
  @Override
  public void close() {
    libraries.close();
  }
}
