package dev.flor.propagator;

import dev.flor.propagator.AskedBefore.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What files of older versions gave for probes: the one that is called as theirs, and others. Where a statement has come into a file, all
 * versions before that are searched for it: the few files that resemble its surroundings are mostly the same in one version as in the next.
 * For several threads, of which one looks into a text of another name and the others wait for what it finds.
 */
final class Glimpses {
  private static final int MOST_ANSWERS = 200_000;

  private final AskedBefore<Sides, Glimpse> glimpses = new AskedBefore<>(MOST_ANSWERS);
  private final AskedBefore<Sides, Promise> promises = new AskedBefore<>(MOST_ANSWERS);
  private final AskedBefore<Sides, List<AtHome>> homes = new AskedBefore<>(MOST_ANSWERS);
  private final Map<LookedAt, Object> busy = new ConcurrentHashMap<>();

  /** What speaks for a look into a file. */
  enum Promise {
    /** There is hardly anything of what stands near the statement. */
    NONE,
    /** There is, but no place that would count. */
    LITTLE,
    ENOUGH
  }

  /**
   * What probes come to in a file that is called as theirs: now, or in another version that is equal in what matters. From there it is
   * known only if none of them has a place: a place is one in the trees of its version.
   */
  List<AtHome> atHome(List<Probe> probes, String path, Project project, Look<List<AtHome>> look) {
    Home home = new Home(probes, path, project.moved());
    Sides sides = project.sides();
    return homes.find(home, sides).orElseGet(() -> {
      List<Answered<Sides>> asked = new ArrayList<>();
      List<AtHome> found = look.in(project.noting(sides.noting(asked)));
      boolean settled = found.stream().allMatch(AtHome::isSettled);
      homes.keep(
          home, asked, settled ? found : found.stream().map(AtHome::unknown).toList());
      return found;
    });
  }

  /**
   * What a probe comes to in a file that is called as its own.
   *
   * @param outcome empty where it is to be found out
   * @param member whether the member around it has a counterpart there
   */
  record AtHome(Optional<Outcome> outcome, boolean member) {
    private boolean isSettled() {
      return outcome.filter(o -> o.load().isEmpty()).isPresent();
    }

    private AtHome unknown() {
      return new AtHome(Optional.empty(), member);
    }
  }

  private record Home(List<Probe> probes, String path, Map<String, String> moved) {}

  private record About(Probe probe, String path, Map<String, String> moved) {}

  private record LookedAt(About about, Optional<String> text) {}

  /** What is found out in a project of its own, whose files are asked for all that is needed. */
  interface Look<V> {
    V in(Project own);
  }

  /** What comes of looking for a probe in a file: now, or in another version that is equal in what matters. */
  Glimpse of(Probe probe, String path, Project project, Look<Glimpse> look) {
    return remembered(glimpses, probe, path, older -> older.read(path), project, look);
  }

  /**
   * What an excerpt of the file promises.
   *
   * @param near what stands near the probe
   */
  Promise promise(Probe probe, String path, Phrases near, Project project, Look<Promise> look) {
    return remembered(
        promises,
        probe,
        path,
        older -> ((SearchedTree) older).excerpt(path, near.encoded()),
        project,
        look);
  }

  private <V> V remembered(
      AskedBefore<Sides, V> known,
      Probe probe,
      String path,
      Function<SourceTree, Optional<String>> text,
      Project project,
      Look<V> look) {
    Sides sides = project.sides();
    if (!sides.searched()) {
      return look.in(project);
    }
    About about = new About(probe, path, project.moved());
    Optional<V> before = known.find(about, sides);
    if (before.isPresent()) {
      return before.get();
    }
    LookedAt at = new LookedAt(about, text.apply(sides.older()));
    Object one = busy.computeIfAbsent(at, first -> new Object());
    try {
      synchronized (one) {
        return known.find(about, sides).orElseGet(() -> looked(known, about, sides, project, look));
      }
    } finally {
      busy.remove(at, one);
    }
  }

  private static <V> V looked(
      AskedBefore<Sides, V> known, About about, Sides sides, Project project, Look<V> look) {
    List<Answered<Sides>> asked = new ArrayList<>();
    V found = look.in(project.between(sides.noting(asked)));
    known.keep(about, asked, found);
    return found;
  }
}
