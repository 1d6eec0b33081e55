package dev.flor.replay.propagation;

import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.history.Ways;
import dev.flor.propagator.Memo;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Refusal;
import dev.flor.propagator.Sighting;
import dev.flor.replay.project.Key;
import dev.flor.replay.propagation.ChainWalk.Arrival;
import dev.flor.replay.propagation.PropagationWork.Refinement;
import dev.flor.replay.propagation.Question.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where it is not sure what becomes of a statement in a version when it is carried there at once, carries it through the versions in
 * between, and takes the answer of that if it is surer. For several threads.
 */
final class Chains {
  /** By how much a chain must be surer than what it is to replace. */
  private static final double SURER = 0.05;

  /** How sure a chain must be at least, where there is no other answer. */
  private static final double AT_LEAST = 0.6;

  /** What no way around helps against. */
  private static final Set<Refusal> FINAL = EnumSet.of(Refusal.UNPARSABLE, Refusal.TOO_LARGE);

  private final KnownTree latest;
  private final KeptResults kept;
  private final ChainSteps steps;
  private final ChainWalk walk;
  private final Supplier<String> origin;

  Chains(History history, KnownTree latest, KnownSources known, KeptResults kept) {
    this.latest = latest;
    this.kept = kept;
    this.steps = new ChainSteps(history::tree, latest, known, kept);
    this.walk = new ChainWalk(steps, latest, once(history));
    this.origin = origin(history);
  }

  /** Whether these are from the very same sources. */
  boolean isFrom(KnownTree sources) {
    return latest == sources;
  }

  private Supplier<Ways> once(History history) {
    Memo<String, Ways> ways = new Memo<>(1, w -> 1);
    Version version = latest.version().orElseThrow();
    return () -> ways.of(version.id(), () -> history.ways(version));
  }

  private Supplier<String> origin(History history) {
    Memo<String, String> ids = new Memo<>(1, id -> 1);
    Version version = latest.version().orElseThrow();
    return () -> ids.of(version.id(), () -> new Key("origin")
        .add(history.waysId(version))
        .add(latest.contentsId())
        .hex());
  }

  /** What to make of statements in a version. */
  Refinement in(Version version, KnownTree older, CheckSetup setup, StatementCarrier carrier) {
    return (group, direct) -> direct.placements().stream().noneMatch(Chains::isUnsure)
        ? direct
        : kept.known(
            new Key("refined").add(setup.id()).hex(),
            group,
            way(version),
            () -> refined(group, direct, version, older, setup, carrier));
  }

  private String way(Version version) {
    return new Key("way").add(origin.get()).add(version.id()).hex();
  }

  private Carried refined(
      List<Probe> group,
      Carried direct,
      Version version,
      KnownTree older,
      CheckSetup setup,
      StatementCarrier carrier) {
    Map<Probe, Arrival> better = new LinkedHashMap<>();
    direct.placements().stream().filter(Chains::isUnsure).forEach(placement -> walk.to(
            version, older, placement.probe(), least(placement), carrier)
        .filter(arrival -> isSurer(arrival, placement, older, carrier))
        .ifPresent(arrival -> better.put(placement.probe(), arrival)));
    Carried carried = direct;
    while (!better.isEmpty()) {
      carried = carried(group, better, older, setup, carrier);
      List<Probe> failed = carried.placements().stream()
          .filter(Placement.Refused.class::isInstance)
          .map(Placement::probe)
          .filter(better::containsKey)
          .toList();
      if (failed.isEmpty()) {
        return carried;
      }
      failed.forEach(better::remove);
    }
    return direct;
  }

  private static boolean isUnsure(Placement placement) {
    return placement.fold(
        in -> in.score() < ChainWalk.SURE, present -> false, no -> !FINAL.contains(no.reason()));
  }

  private boolean isSurer(
      Arrival arrival, Placement direct, KnownTree older, StatementCarrier carrier) {
    if (arrival.from().isStart() && arrival.moved().isEmpty()) {
      return false;
    }
    if (direct instanceof Placement.Refused) {
      return true;
    }
    Placement alone = steps
        .step(steps.start(direct.probe()), older, Optional.empty(), carrier)
        .placements()
        .get(0);
    return !samePlace(alone, arrival.last());
  }

  /** How sure a chain has to be to be taken. */
  private static double least(Placement direct) {
    return direct instanceof Placement.Refused ? AT_LEAST : Waypoint.score(direct) + SURER;
  }

  private static boolean samePlace(Placement one, Placement other) {
    return place(one).equals(place(other));
  }

  private static String place(Placement placement) {
    return placement.fold(
        in -> in.file() + ":" + in.line(),
        present -> present.file() + ":" + present.line(),
        no -> "");
  }

  /** Some statements by the chains that were found for them, the rest from latest. */
  private Carried carried(
      List<Probe> group,
      Map<Probe, Arrival> chained,
      KnownTree older,
      CheckSetup setup,
      StatementCarrier carrier) {
    Key under = new Key("chained").add(setup.id());
    for (Probe probe : group) {
      Arrival arrival = chained.get(probe);
      under.add(
          arrival == null ? "latest" : arrival.from().key() + arrival.moved().orElse(""));
    }
    Carried carried = kept.known(
        under.hex(),
        group,
        latest,
        older,
        trace -> afresh(group, chained, older, setup, carrier, trace));
    return told(carried, group, chained);
  }

  private Carried afresh(
      List<Probe> group,
      Map<Probe, Arrival> chained,
      KnownTree older,
      CheckSetup setup,
      StatementCarrier carrier,
      Trace trace) {
    RecordedTree asked = new RecordedTree(Side.LATEST, latest, trace);
    List<Sighting> sightings = new ArrayList<>();
    for (Probe probe : group) {
      Arrival arrival = chained.get(probe);
      sightings.add(
          arrival == null
              ? Sighting.of(probe, asked)
              : new Sighting(
                  arrival.from().probe(),
                  arrival.from().isStart() ? asked : arrival.from().tree(),
                  arrival.moved()));
    }
    return Carried.of(carrier.carry(sightings, new RecordedTree(Side.OLDER, older, trace), setup));
  }

  /** With the ways told, and the names of latest. */
  private static Carried told(Carried carried, List<Probe> group, Map<Probe, Arrival> chained) {
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      Probe probe = group.get(i);
      Placement placement = carried.placements().get(i);
      Arrival arrival = chained.get(probe);
      placements.add(arrival == null ? placement : told(placement, probe, arrival));
    }
    return new Carried(placements, carried.edits());
  }

  private static Placement told(Placement placement, Probe probe, Arrival arrival) {
    Waypoint from = arrival.from();
    return placement.fold(
        in -> new Placement.Inserted(
            probe,
            in.file(),
            in.line(),
            from.renamed(in.renames()),
            in.carried(),
            in.warnings(),
            Math.min(from.score(), in.score()),
            from.way() + ": " + in.explanation()),
        present -> new Placement.Present(probe, present.file(), present.line()),
        no -> new Placement.Refused(probe, no.reason(), no.file(), no.line(), no.detail()));
  }
}
