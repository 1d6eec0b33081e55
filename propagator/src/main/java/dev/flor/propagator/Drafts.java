package dev.flor.propagator;

import dev.flor.propagator.AskedBefore.Answered;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What statements came to in versions, before a compiler was asked about these: in another version that gives the same answers they come
 * to the same, and only the compiler has to be asked again. For several threads.
 */
final class Drafts {
  private static final int MOST_ANSWERS = 200_000;

  private final AskedBefore<Sides, Draft> known = new AskedBefore<>(MOST_ANSWERS);

  /** A propagation without the texts that its edits are of. */
  private record Draft(List<Placement> placements, SortedMap<String, List<Edit>> edits) {
    static Draft of(Propagation propagation) {
      SortedMap<String, List<Edit>> edits = new TreeMap<>();
      propagation.patches().forEach((path, patch) -> edits.put(path, patch.edits()));
      return new Draft(propagation.placements(), edits);
    }

    Propagation in(SourceTree older) {
      SortedMap<String, Patch> patches = new TreeMap<>();
      edits.forEach(
          (path, some) -> patches.put(path, new Patch(path, older.read(path).orElseThrow(), some)));
      return new Propagation(placements, patches);
    }
  }

  /** What these probes came to where the same was asked and answered. */
  Optional<Propagation> find(List<Probe> probes, Sides sides) {
    return known.find(probes, sides).map(draft -> draft.in(sides.older()));
  }

  /** Keeps what they came to, if the compiler had nothing against any. */
  void keep(List<Probe> probes, List<Answered<Sides>> asked, Propagation sound) {
    known.keep(probes, asked, Draft.of(sound));
  }
}
