package dev.flor.propagator;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Carries statements of several versions into one. */
final class Sightings {
  private final SourceTree older;
  private final ParsedTexts texts;
  private final Trace trace;
  private final ParsedVersion onto;

  Sightings(SourceTree older, ParsedTexts texts, Trace trace) {
    this.older = older;
    this.texts = texts;
    this.trace = trace;
    this.onto = ParsedVersion.whole(older, texts);
  }

  /** With {@code narrow}, no more is parsed than is needed, if they all stand in one version under the paths of the other. */
  List<Outcome> carry(List<Sighting> sightings, boolean narrow) {
    List<Probe> probes = sightings.stream().map(Sighting::probe).toList();
    boolean plain = sightings.stream()
        .allMatch(s -> s.moved().isEmpty() && s.version() == sightings.get(0).version());
    if (plain && narrow && !sightings.isEmpty()) {
      return new Carriers(sightings.get(0).version(), older, texts, trace).narrow(probes);
    }
    IdentityHashMap<SourceTree, Map<String, String>> moved = new IdentityHashMap<>();
    sightings.forEach(sighting -> {
      Map<String, String> paths =
          moved.computeIfAbsent(sighting.version(), version -> new TreeMap<>());
      sighting.moved().ifPresent(path -> paths.put(sighting.probe().file(), path));
    });
    IdentityHashMap<SourceTree, ProbeCarrier> carriers = new IdentityHashMap<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Sighting sighting : sightings) {
      outcomes.add(carriers
          .computeIfAbsent(sighting.version(), version -> carrier(version, moved.get(version)))
          .carry(sighting.probe(), together(sighting, sightings)));
    }
    return outcomes;
  }

  /** The probes that stand in the same file of the same version. */
  private static List<Probe> together(Sighting one, List<Sighting> sightings) {
    return sightings.stream()
        .filter(other -> other.version() == one.version()
            && other.probe().file().equals(one.probe().file()))
        .map(Sighting::probe)
        .toList();
  }

  private ProbeCarrier carrier(SourceTree version, Map<String, String> moved) {
    Project project = new Project(ParsedVersion.whole(version, texts), onto, texts, moved);
    return new ProbeCarrier(project, trace);
  }
}
