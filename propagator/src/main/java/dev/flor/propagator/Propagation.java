package dev.flor.propagator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What happened to every probe in one older version.
 *
 * @param placements one for each probe, in the order of the probes
 * @param patches path to patch, for the files that change
 * @param considerations one for each probe, if they were asked for; else none
 */
public record Propagation(
    List<Placement> placements,
    SortedMap<String, Patch> patches,
    List<Consideration> considerations) {
  public Propagation {
    placements = List.copyOf(placements);
    considerations = List.copyOf(considerations);
    patches = Collections.unmodifiableSortedMap(new TreeMap<>(patches));
  }

  /** What happened, without what was considered. */
  public Propagation(List<Placement> placements, SortedMap<String, Patch> patches) {
    this(placements, patches, List.of());
  }

  Propagation considering(List<Consideration> considered) {
    return new Propagation(placements, patches, considered);
  }

  /** Whether no probe was refused. */
  public boolean complete() {
    return placements.stream().noneMatch(Placement.Refused.class::isInstance);
  }

  /** Path to text, for the files that change. */
  public SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    patches.forEach((path, patch) -> texts.put(path, patch.apply()));
    return texts;
  }

  /** The older version with the patches applied. */
  public SourceTree rewritten(SourceTree older) {
    SortedMap<String, String> texts = texts();
    return new SourceTree() {
      @Override
      public SortedSet<String> files() {
        return older.files();
      }

      @Override
      public boolean has(String path) {
        return older.has(path);
      }

      @Override
      public List<String> named(String name) {
        return older.named(name);
      }

      @Override
      public Optional<String> read(String path) {
        return Optional.ofNullable(texts.get(path)).or(() -> older.read(path));
      }
    };
  }
}
