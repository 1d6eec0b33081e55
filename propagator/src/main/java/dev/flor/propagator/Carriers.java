package dev.flor.propagator;

import dev.flor.propagator.NarrowCarrier.Narrow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides for each file with probes whether parts of it will do or whole files are wanted, and never mixes the two in one older file. */
final class Carriers {
  private final SourceTree latest;
  private final SourceTree older;
  private final ParsedTexts texts;
  private final Trace trace;
  private Optional<ProbeCarrier> whole = Optional.empty();
  private Optional<Narrow> alone = Optional.empty();

  Carriers(SourceTree latest, SourceTree older, ParsedTexts texts, Trace trace) {
    this.latest = latest;
    this.older = older;
    this.texts = texts;
    this.trace = trace;
  }

  private Outcome wholly(Probe probe, List<Probe> probes) {
    if (whole.isEmpty()) {
      Project project =
          new Project(ParsedVersion.whole(latest, texts), ParsedVersion.whole(older, texts), texts);
      whole = Optional.of(new ProbeCarrier(project, trace));
    }
    return whole.get().carry(probe, inFile(probe.file(), probes));
  }

  /** One outcome for each probe, seen in whole files. */
  List<Outcome> whole(List<Probe> probes) {
    return probes.stream().map(probe -> wholly(probe, probes)).toList();
  }

  /** The same, parsing no more than is needed to know. */
  List<Outcome> narrow(List<Probe> probes) {
    Map<Probe, Outcome> narrow = new LinkedHashMap<>();
    Map<Probe, Outcome> wide = new LinkedHashMap<>();
    for (String file : files(probes)) {
      List<Probe> inFile = inFile(file, probes);
      Optional<Narrow> found = NarrowCarrier.carry(file, inFile, latest, older, texts);
      if (found.isPresent()) {
        found.get().outcomes().forEach(outcome -> narrow.put(outcome.probe(), outcome));
        alone = found.filter(all -> inFile.size() == probes.size());
      } else {
        inFile.forEach(probe -> wide.put(probe, wholly(probe, probes)));
      }
    }
    Set<String> seenWhole = files(wide);
    List<Outcome> outcomes = new ArrayList<>();
    for (Probe probe : probes) {
      boolean alone = narrow.containsKey(probe) && !seenWhole.contains(probe.file());
      outcomes.add(alone ? narrow.get(probe) : wide.computeIfAbsent(probe, p -> wholly(p, probes)));
    }
    return outcomes;
  }

  /** How all the probes were carried, if they stand in one file and parts of it were enough. */
  Optional<Narrow> alone() {
    return alone;
  }

  private static List<Probe> inFile(String file, List<Probe> probes) {
    return probes.stream().filter(probe -> probe.file().equals(file)).toList();
  }

  private static Set<String> files(List<Probe> probes) {
    Set<String> files = new LinkedHashSet<>();
    probes.forEach(probe -> files.add(probe.file()));
    return files;
  }

  /** The older files that something goes into. */
  private static Set<String> files(Map<Probe, Outcome> outcomes) {
    Set<String> files = new LinkedHashSet<>();
    outcomes.values().forEach(outcome -> outcome
        .load()
        .ifPresent(load -> load.cargo().pieces().forEach(p -> files.add(p.unit().path()))));
    return files;
  }
}
