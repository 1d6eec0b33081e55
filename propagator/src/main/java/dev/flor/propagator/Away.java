package dev.flor.propagator;

import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for a probe's place in files that are alike or hold code like that around it, whatever they are called. */
final class Away {
  /** What must speak for such a place where the file is still there. */
  static final double BEYOND_DOUBT = 0.85;

  /** The same where one of the classes extends the other: members are pulled up and pushed down. */
  private static final double KIN = 0.65;

  /** The same where there is no file of the name. */
  private static final double ELSEWHERE_AT_LEAST = 0.5;

  /** By how much such a place must be better than one in the file itself. */
  private static final double AWAY = 0.2;

  /** What it counts against a place that the statement brings more than itself there. */
  private static final double INCOMPLETE = 0.1;

  /** By how much a place may be better in the file than in an excerpt of it. */
  private static final double MARGIN = 0.1;

  /** Places in two files that differ by less are equally good. */
  private static final double AS_GOOD = 0.02;

  /** What it counts for a place that its file is like the statement's own. */
  private static final double ALIKE = 0.3;

  private final Project project;

  Away(Project project) {
    this.project = project;
  }

  /** The best of what comes of such files. */
  Optional<Glimpse> best(Probe probe, List<Glimpse> files) {
    List<Glimpse> found = files.stream()
        .sorted(Comparator.comparing(Glimpse::refused)
            .thenComparingDouble(glimpse -> -worth(glimpse, probe.file())))
        .toList();
    boolean twins = found.size() > 1
        && !found.get(1).refused()
        && Math.abs(found.get(0).score() - found.get(1).score()) < AS_GOOD
        && worth(found.get(0), probe.file()) - worth(found.get(1), probe.file()) < AS_GOOD;
    return twins
        ? Optional.of(ambiguous(probe, found.get(0), found.get(1)))
        : found.stream().findFirst();
  }

  private static Glimpse ambiguous(Probe probe, Glimpse one, Glimpse other) {
    String detail = other.file() + " fits as well as " + one.file();
    Failure failure = new Failure(Refusal.AMBIGUOUS, one.file(), one.nearLine(), detail);
    return Glimpse.of(Outcome.settled(failure.refuse(probe), one.score()));
  }

  /** Of two copies of a piece of code, the statement comes from the file that is more like its own and has what it needs. */
  private double worth(Glimpse glimpse, String latestPath) {
    double alike = project.likeness(latestPath, glimpse.file());
    return glimpse.score() + ALIKE * alike - (glimpse.complete() ? 0 : INCOMPLETE);
  }

  /**
   * Whether a place counts where the member of the statement is not in the file that it stood in.
   *
   * @param there whether the file is
   */
  boolean isLikely(Probe probe, boolean there, Glimpse other) {
    return other.refused() || other.score() >= (there ? least(probe, other) : ELSEWHERE_AT_LEAST);
  }

  /**
   * What the best place in an excerpt must reach for the whole file to be looked into: what is not in the excerpt may make a
   * place a little better.
   *
   * @param kin whether one of the classes seems to extend the other
   */
  static double atLeast(boolean kin) {
    return (kin ? KIN : BEYOND_DOUBT) - MARGIN;
  }

  private double least(Probe probe, Glimpse other) {
    return new Kinship(project).related(probe.file(), other.file()) ? KIN : BEYOND_DOUBT;
  }

  /** Whether a place counts where that member is still there: much must speak for it then. */
  boolean hasMoved(Optional<Outcome> best, Glimpse other) {
    boolean unplaced =
        best.filter(o -> !o.refused() || o.score() >= ProbeCarrier.GOOD).isEmpty();
    boolean better = other.score() > best.map(Outcome::score).orElse(0.0) + AWAY;
    return other.score() >= BEYOND_DOUBT
        && (better || (unplaced && !other.refused()))
        && !isInLatest(other);
  }

  /** Whether latest has the member that the statement would go into, in the same file and under the same name. */
  private boolean isInLatest(Glimpse other) {
    String path = other.file();
    int line = other.nearLine();
    Optional<Pairing> same = other.settled().isEmpty() && project.latest().has(path)
        ? project.pairing(path, path)
        : Optional.empty();
    return same.stream()
        .flatMap(
            pairing -> pairing.older().tree().unit().findAll(CallableDeclaration.class).stream()
                .filter(c -> pairing.older().tree().line(pairing.older().end(c)) >= line
                    && pairing.older().line(c) <= line)
                .filter(c -> pairing
                    .latestDeclaration(c)
                    .filter(now -> now instanceof CallableDeclaration<?> callable
                        && callable.getNameAsString().equals(c.getNameAsString()))
                    .isPresent()))
        .findFirst()
        .isPresent();
  }
}
