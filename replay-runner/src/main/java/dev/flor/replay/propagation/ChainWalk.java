package dev.flor.replay.propagation;

import dev.flor.history.Lineage;
import dev.flor.history.Lineage.Stage;
import dev.flor.history.Version;
import dev.flor.history.Ways;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Probes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Goes from latest to a version through those in between. The whole way, and a step that is not sure, is divided: at the stage between the
 * two whose number, counted from latest, has most noughts at its end, so that the ways to many versions share their steps: all but the last
 * one, and a statement that got lost on the way to some version is not looked for again beyond it. For several threads.
 */
final class ChainWalk {
  /** A step that is as sure is taken as it is. */
  static final double SURE = 0.8;

  /** So often the statement may go into another file than the one that is followed. */
  private static final int FILES = 12;

  private final ChainSteps steps;
  private final KnownTree latest;
  private final Supplier<Ways> ways;
  private final Map<String, Lineage> lineages = new ConcurrentHashMap<>();

  /**
   * The last step of a way.
   *
   * @param from where it begins
   * @param moved the path of its file at the end, where that is another one
   * @param last what becomes of it there
   */
  record Arrival(Waypoint from, Optional<String> moved, Placement last) {
    double score() {
      return Math.min(from.score(), Waypoint.score(last));
    }
  }

  ChainWalk(ChainSteps steps, KnownTree latest, Supplier<Ways> ways) {
    this.steps = steps;
    this.latest = latest;
    this.ways = ways;
  }

  /**
   * Goes to a version, as long as the way may be as sure as is wanted: it is never surer than its least sure step.
   *
   * @param least how sure the whole way has to be, above 0
   * @return its last step, if it was reached
   */
  Optional<Arrival> to(
      Version version, KnownTree tree, Probe probe, double least, StatementCarrier carrier) {
    Waypoint at = steps.start(probe);
    Version from = latest.version().orElseThrow();
    for (int files = 0; files < FILES; files++) {
      Walk walk = new Walk(targets(at, from, version), tree, least, carrier);
      Optional<Waypoint> reached = walk.go(at, -1, walk.targets.size() - 1);
      if (walk.arrival.isPresent() || reached.isEmpty()) {
        return walk.arrival;
      }
      at = reached.get();
      from = at.version().orElseThrow();
    }
    return Optional.empty();
  }

  /** The stages of a waypoint's file, nearest first; the last one is the version itself. */
  private List<Stage> targets(Waypoint at, Version from, Version to) {
    String path = at.probe().file();
    List<Stage> stages = new ArrayList<>();
    if (at.isStart() && !latest.id(path).equals(steps.tree(from).id(path))) {
      stages.add(new Stage(from, steps.tree(from).id(path).map(id -> path)));
    }
    stages.addAll(lineages
        .computeIfAbsent(from.id() + " " + path, k -> ways.get().lineage(from, path))
        .stages(to));
    Optional<String> last =
        stages.isEmpty() ? Optional.of(path) : stages.get(stages.size() - 1).path();
    if (!stages.isEmpty()) {
      stages.remove(stages.size() - 1);
    }
    stages.add(new Stage(to, last));
    return stages;
  }

  /** The way along one file. */
  private final class Walk {
    private final List<Stage> targets;
    private final KnownTree endTree;
    private final double least;
    private final StatementCarrier carrier;
    private Optional<Arrival> arrival = Optional.empty();
    private boolean left;

    Walk(List<Stage> targets, KnownTree endTree, double least, StatementCarrier carrier) {
      this.targets = targets;
      this.endTree = endTree;
      this.least = least;
      this.carrier = carrier;
    }

    /** Goes on from the stage {@code i} to {@code j}; as far as the statement is in the file that is followed. */
    Optional<Waypoint> go(Waypoint at, int i, int j) {
      Stage stage = targets.get(j);
      boolean last = j == targets.size() - 1;
      Optional<String> moved =
          stage.path().filter(path -> !path.equals(at.probe().file()));
      if (last && j > i + 1) {
        // Other versions do not share a step that ends here; those before it they do.
        return divided(at, i, j);
      }
      Carried step = last
          ? steps.step(at, endTree, moved, carrier)
          : steps.shared(at, stage.version(), moved, carrier);
      Placement placement = step.placements().get(0);
      boolean another = !last
          && placement instanceof Placement.Present
          && steps
              .arrived(at, step, stage.version())
              .filter(there -> !isSame(at, there))
              .isPresent();
      double score = another ? 0 : Waypoint.score(placement);
      if (score < SURE && j > i + 1) {
        return divided(at, i, j);
      }
      if (score < least) {
        return Optional.empty();
      }
      if (last) {
        arrival = Optional.of(new Arrival(at, moved, placement));
        return Optional.of(at);
      }
      Optional<Waypoint> next = steps.arrived(at, step, stage.version());
      left = next.filter(
              there -> stage.path().filter(there.probe().file()::equals).isEmpty())
          .isPresent();
      return next;
    }

    /** What is present under the name may be another statement of another value: the way does not go on from that. */
    private boolean isSame(Waypoint at, Waypoint there) {
      return Probes.areSame(at.tree(), at.probe(), there.tree(), there.probe());
    }

    private Optional<Waypoint> divided(Waypoint at, int i, int j) {
      int middle = middle(i, j);
      Optional<Waypoint> half = go(at, i, middle);
      return half.isEmpty() || left ? half : go(half.get(), middle, j);
    }

    /** The number between two that has most noughts at its end, counted from one. */
    private int middle(int i, int j) {
      int middle = j;
      while ((middle & (middle - 1)) > i + 1) {
        middle &= middle - 1;
      }
      return middle - 1;
    }
  }
}
