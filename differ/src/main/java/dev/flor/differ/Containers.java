package dev.flor.differ;

import java.util.ArrayList;
import java.util.List;

/** The bottom-up phase: links containers whose contents have been linked, by Dice's coefficient. */
final class Containers {
  private static final double ALIKE = 0.5;

  /** Much may have been added to a container; what was there before must still be there then. */
  private static final double KEPT = 0.65;

  private static final int FEW = 4;

  /** Containers around a node beyond this many are not looked at. */
  private static final int CANDIDATES = 64;

  private final Scope scope;
  private final Mapping mapping;
  private final Similarity similarity;
  private final Recovery recovery;
  private final int[] seen;

  private Containers(Scope scope) {
    this.scope = scope;
    this.mapping = scope.mapping();
    this.similarity = new Similarity(mapping);
    this.recovery = new Recovery(mapping);
    this.seen = new int[scope.endB() - scope.y()];
  }

  static void link(Scope scope) {
    new Containers(scope).run();
  }

  private void run() {
    for (int x = scope.endA() - 1; x >= scope.x(); x--) {
      if (mapping.freeA(x)
          && Kinds.isContainer(scope.a().node(x))
          && !Kinds.isBodyBlock(scope.a().node(x))) {
        int y = best(x);
        if (y >= 0) {
          mapping.link(x, y);
          recovery.alignChildren(x, y);
        }
      }
    }
  }

  private int best(int x) {
    int best = -1;
    double bestScore = 0;
    for (int y : candidates(x)) {
      double score = score(x, y);
      if (score > bestScore) {
        best = y;
        bestScore = score;
      }
    }
    return best;
  }

  private double score(int x, int y) {
    int common = mapping.common(x, y);
    int most = Math.max(scope.a().size(x), scope.b().size(y)) - 1;
    int least = Math.min(scope.a().size(x), scope.b().size(y)) - 1;
    double dice = 2.0 * common / (most + least);
    double kept = (double) common / least;
    boolean accepted = dice >= ALIKE
        || (common >= FEW && kept >= KEPT)
        || (dice > 0.2 && similarity.sameHeader(x, y));
    return accepted ? dice + 0.2 * similarity.ofHeaders(x, y) : 0;
  }

  /** Free containers of the same kind around the counterparts of what {@code x} contains, innermost first. */
  private List<Integer> candidates(int x) {
    List<Integer> found = new ArrayList<>();
    for (int i = x + 1; i < scope.a().end(x); i++) {
      int y = mapping.toB(i);
      int at = y < 0 || !scope.b().within(y, scope.y()) ? -1 : scope.b().parent(y);
      while (at >= scope.y() && seen[at - scope.y()] != x + 1 && found.size() < CANDIDATES) {
        seen[at - scope.y()] = x + 1;
        if (mapping.freeB(at)
            && Kinds.compatible(scope.a().node(x), scope.b().node(at))
            && !Kinds.isBodyBlock(scope.b().node(at))) {
          found.add(at);
        }
        at = scope.b().parent(at);
      }
    }
    found.sort((p, q) -> Integer.compare(q, p));
    return found;
  }
}
