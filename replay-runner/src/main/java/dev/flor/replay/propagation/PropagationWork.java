package dev.flor.replay.propagation;

import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Propagation;
import dev.flor.replay.propagation.Question.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries statements into versions, those of one file together, and looks up first what is known from versions that are equal in what
 * matters. For several threads.
 */
final class PropagationWork {
  private final KnownTree latest;
  private final List<Probe> probes;
  private final List<List<Probe>> groups;
  private final KeptResults kept;

  PropagationWork(KnownTree latest, List<Probe> probes, KeptResults kept) {
    this.latest = latest;
    this.probes = List.copyOf(probes);
    this.kept = kept;
    Map<String, List<Probe>> byFile = new LinkedHashMap<>();
    probes.forEach(
        probe -> byFile.computeIfAbsent(probe.file(), f -> new ArrayList<>()).add(probe));
    this.groups = List.copyOf(byFile.values());
  }

  /** The statements by the files they stand in. */
  List<List<Probe>> groups() {
    return groups;
  }

  /** Statements that change, or tell lines of, the same file of the version are carried together. */
  Propagation carry(
      KnownTree older, CheckSetup setup, StatementCarrier carrier, Refinement refinement) {
    List<Part> parts = new ArrayList<>();
    for (List<Probe> group : groups) {
      Part part = part(group, older, setup, carrier, refinement);
      List<Part> met = parts.stream().filter(part::meets).toList();
      while (!met.isEmpty()) {
        parts.removeAll(met);
        List<Probe> all = new ArrayList<>(part.probes());
        met.forEach(other -> all.addAll(other.probes()));
        part = part(inOrder(all), older, setup, carrier, refinement);
        met = parts.stream().filter(part::meets).toList();
      }
      parts.add(part);
    }
    return joined(parts, older);
  }

  private record Part(List<Probe> probes, Carried carried) {
    boolean meets(Part other) {
      return carried.meets(other.carried());
    }
  }

  private List<Probe> inOrder(List<Probe> some) {
    return probes.stream().filter(some::contains).toList();
  }

  private Propagation joined(List<Part> parts, KnownTree older) {
    Map<Probe, Placement> placements = new LinkedHashMap<>();
    for (Part part : parts) {
      part.carried().placements().forEach(each -> placements.put(each.probe(), each));
    }
    return Carried.joined(
        probes.stream().map(placements::get).toList(),
        parts.stream().map(Part::carried).toList(),
        older);
  }

  /** Makes more of what is known of some statements in a version. */
  interface Refinement {
    /** Leaves things as they are. */
    Refinement NONE = (group, direct) -> direct;

    /** What becomes of the statements, given what becomes of them when they are carried there at once. */
    Carried of(List<Probe> group, Carried direct);
  }

  private Part part(
      List<Probe> group,
      KnownTree older,
      CheckSetup setup,
      StatementCarrier carrier,
      Refinement refinement) {
    return new Part(group, refinement.of(group, carried(group, older, setup, carrier)));
  }

  /** From what is known, or else worked out and kept. */
  Carried carried(List<Probe> group, KnownTree older, CheckSetup setup, StatementCarrier carrier) {
    return kept.known(
        setup.id(),
        group,
        latest,
        older,
        trace -> Carried.of(carrier.carry(
            group,
            new RecordedTree(Side.LATEST, latest, trace),
            new RecordedTree(Side.OLDER, older, trace),
            setup)));
  }

  /** Without looking anything up or keeping it: what the other way has to agree with. */
  Propagation afresh(KnownTree older, CheckSetup setup, StatementCarrier carrier) {
    return carrier.carry(probes, latest, older, setup);
  }
}
