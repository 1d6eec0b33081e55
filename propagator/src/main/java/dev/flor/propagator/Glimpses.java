package dev.flor.propagator;

import dev.flor.propagator.AskedBefore.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What files of older versions gave for probes. Where a statement has come into a file, all versions before that are searched for it: the
 * few files that resemble its surroundings are mostly the same in one version as in the next. For several threads, of which
 * one looks into a text and the others wait for what it finds.
 */
final class Glimpses {
  private static final int MOST_ANSWERS = 200_000;

  private final AskedBefore<Sides, Optional<Glimpse>> known = new AskedBefore<>(MOST_ANSWERS);
  private final Map<LookedAt, Object> busy = new ConcurrentHashMap<>();

  private record Sides(SourceTree latest, SourceTree older) {}

  private record About(Probe probe, String path, boolean there, Map<String, String> moved) {}

  private record LookedAt(About about, Optional<String> text) {}

  /** What a carrier finds out in a project of its own, whose files it has to ask for all that it needs. */
  interface Look {
    Optional<Outcome> in(Project own);
  }

  /**
   * What comes of looking for a probe in a file: now, or in another version that is equal in what matters. Nothing, if it is not worth
   * the look.
   *
   * @param there whether the probe's own file is there, too
   */
  Optional<Glimpse> of(Probe probe, String path, boolean there, Project project, Look look) {
    Sides sides = new Sides(project.latest().tree(), project.older().tree());
    if (!(sides.older() instanceof SearchedTree)) {
      return look.in(project).map(Glimpse::of);
    }
    About about = new About(probe, path, there, project.moved());
    Optional<Optional<Glimpse>> before = known.find(about, sides);
    if (before.isPresent()) {
      return before.get();
    }
    LookedAt text = new LookedAt(about, sides.older().read(path));
    Object one = busy.computeIfAbsent(text, first -> new Object());
    try {
      synchronized (one) {
        return known.find(about, sides).orElseGet(() -> looked(about, sides, project, look));
      }
    } finally {
      busy.remove(text, one);
    }
  }

  private Optional<Glimpse> looked(About about, Sides sides, Project project, Look look) {
    List<Answered<Sides>> asked = new ArrayList<>();
    Project own = project.between(
        new NotedTree<>("latest", sides.latest(), Sides::latest, asked),
        new NotedTree<>("older", sides.older(), Sides::older, asked));
    Optional<Glimpse> glimpse = look.in(own).map(Glimpse::of);
    known.keep(about, asked, glimpse);
    return glimpse;
  }
}
