package dev.flor.replay.propagation;

import dev.flor.propagator.Edit;
import dev.flor.propagator.Patch;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Propagation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of some statements in one version, without the texts of its files.
 *
 * @param placements one for each statement, in their order
 * @param edits of the files that change
 */
record Carried(List<Placement> placements, SortedMap<String, List<Edit>> edits) {
  Carried {
    placements = List.copyOf(placements);
    edits = Collections.unmodifiableSortedMap(new TreeMap<>(edits));
  }

  static Carried of(Propagation propagation) {
    SortedMap<String, List<Edit>> edits = new TreeMap<>();
    propagation.patches().forEach((path, patch) -> edits.put(path, patch.edits()));
    return new Carried(propagation.placements(), edits);
  }

  /** The files that change, and those whose lines are told. */
  SortedSet<String> seen() {
    TreeSet<String> seen = new TreeSet<>(edits.keySet());
    for (Placement placement : placements) {
      if (placement instanceof Placement.Present present) {
        seen.add(present.file());
      }
    }
    return seen;
  }

  /** Whether one changes a file that the other changes or tells lines of: then they have to be carried together. */
  boolean meets(Carried other) {
    return !Collections.disjoint(edits.keySet(), other.seen())
        || !Collections.disjoint(other.edits.keySet(), seen());
  }

  /** Several that do not meet, for a version. */
  static Propagation joined(List<Placement> placements, List<Carried> parts, KnownTree older) {
    Map<String, Patch> patches = new LinkedHashMap<>();
    for (Carried part : parts) {
      part.edits()
          .forEach((path, edits) -> patches.put(path, new Patch(path, older.before(path), edits)));
    }
    return new Propagation(placements, new TreeMap<>(patches));
  }
}
