package dev.flor.replay.propagation;

import dev.flor.history.Version;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.SourceTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A statement in a version that it was carried into on the way to another one.
 *
 * @param key equal for equal statements in equal texts
 * @param version empty for latest itself, where every way begins
 * @param tree the version with the statement in it
 * @param score of the least sure step to here; 1 at the beginning
 * @param renames name in latest to name here
 * @param legs the versions on the way to here and this one, for a reader
 */
record Waypoint(
    String key,
    Optional<Version> version,
    SourceTree tree,
    Probe probe,
    double score,
    SortedMap<String, String> renames,
    List<String> legs) {
  Waypoint {
    renames = Collections.unmodifiableSortedMap(new TreeMap<>(renames));
    legs = List.copyOf(legs);
  }

  static Waypoint start(Probe probe, SourceTree latest) {
    return new Waypoint("latest", Optional.empty(), latest, probe, 1, new TreeMap<>(), List.of());
  }

  boolean isStart() {
    return version.isEmpty();
  }

  /** The next one, given what became of the statement there. */
  Waypoint next(String to, Version there, SourceTree rewritten, Probe placed, Placement how) {
    List<String> longer = new ArrayList<>(legs);
    longer.add(leg(there, placed, how));
    return new Waypoint(
        to,
        Optional.of(there),
        rewritten,
        placed,
        Math.min(score, score(how)),
        renamed(renames(how)),
        longer);
  }

  private String leg(Version there, Probe placed, Placement how) {
    List<String> notes = new ArrayList<>(List.of(String.format(Locale.ROOT, "%.2f", score(how))));
    if (!placed.file().equals(probe.file())) {
      notes.add("in " + placed.file());
    }
    renames(how).forEach((from, to) -> notes.add(from + " was " + to));
    return there.abbreviated() + " (" + String.join(", ", notes) + ")";
  }

  /** Names of latest in a further version, given what names of this one are called there. */
  SortedMap<String, String> renamed(SortedMap<String, String> further) {
    SortedMap<String, String> all = new TreeMap<>(further);
    for (Map.Entry<String, String> name : renames.entrySet()) {
      all.remove(name.getValue());
      all.put(name.getKey(), further.getOrDefault(name.getValue(), name.getValue()));
    }
    all.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
    return all;
  }

  /** The way to here in one line. */
  String way() {
    return legs.isEmpty()
        ? "through the renames of its file"
        : legs.stream().collect(Collectors.joining(", ", "through ", ""));
  }

  private static SortedMap<String, String> renames(Placement placement) {
    return placement.fold(
        Placement.Inserted::renames, present -> new TreeMap<>(), no -> new TreeMap<>());
  }

  /** How sure a step is; 0 if it leads nowhere. */
  static double score(Placement placement) {
    return placement.fold(Placement.Inserted::score, present -> 1.0, no -> 0.0);
  }
}
