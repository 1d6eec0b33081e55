package dev.flor.propagator;

import dev.flor.propagator.AskedBefore.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What files of older versions gave for probes. Where a statement has come into a file, all versions before that are searched for it: the
 * few files that resemble its surroundings are mostly the same in one version as in the next. For several threads.
 */
final class Glimpses {
  private static final int MOST_ANSWERS = 200_000;

  private final AskedBefore<Sides, Glimpse> known = new AskedBefore<>(MOST_ANSWERS);

  private record Sides(SourceTree latest, SourceTree older) {}

  private record About(Probe probe, String path, Map<String, String> moved) {}

  /** What a carrier finds out in a project of its own, whose files it has to ask for all that it needs. */
  interface Look {
    Outcome in(Project own);
  }

  /** What comes of looking for a probe in a file: now, or in another version that is equal in what matters. */
  Glimpse of(Probe probe, String path, Project project, Look look) {
    Sides sides = new Sides(project.latest().tree(), project.older().tree());
    if (!(sides.older() instanceof SearchedTree)) {
      return Glimpse.of(look.in(project));
    }
    About about = new About(probe, path, project.moved());
    Optional<Glimpse> before = known.find(about, sides);
    if (before.isPresent()) {
      return before.get();
    }
    List<Answered<Sides>> asked = new ArrayList<>();
    Project own = project.between(
        new NotedTree<>("latest", sides.latest(), Sides::latest, asked),
        new NotedTree<>("older", sides.older(), Sides::older, asked));
    Glimpse glimpse = Glimpse.of(look.in(own));
    known.keep(about, asked, glimpse);
    return glimpse;
  }
}
