package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Optional;

/**
 * A neighbour of a statement in the latest version, or of a construct around it, as evidence for where the statement was to stand.
 *
 * @param older its counterpart
 * @param trust from 0 to 1: how sure that is
 * @param weight how much the neighbour matters
 * @param standing in what relation it stands to the statement
 */
record Anchor(
    Statement latest,
    Optional<Node> older,
    double trust,
    double weight,
    boolean precedes,
    Standing standing) {

  /** What a neighbour is to the statement. */
  enum Standing {
    /** The nearest on its side that has a counterpart, or one before that. */
    NEAREST,
    /** Behind the nearest: it tells the side, but not the distance, which the nearest tells. */
    FURTHER,
    /** A neighbour of a construct around the statement. */
    OUTER
  }

  private static final int SHORT = 5;

  /** What it counts against a slot that code is between which latest has within the neighbour. */
  private static final double WITHIN = 0.02;

  /** What a counterpart within a statement beside the slot is worth: the place may be in there, too. */
  private static final double HIDDEN = 0.45;

  /** From -1 (the slot is on the wrong side of the counterpart) to 1 (right beside it). */
  double agreement(Slot slot, Pairing pairing, Subjects subjects) {
    if (standing == Standing.OUTER) {
      return older.map(node -> trust * around(node, slot, pairing)).orElse(0.0);
    }
    double same = sameText(slot, pairing);
    return older
        .map(node -> Math.max(same, trust * beside(node, slot, pairing)))
        .orElseGet(() -> Math.max(same, lookAlike(slot, pairing, subjects)));
  }

  /** Whatever else it was aligned with, the same text right beside the slot speaks for it. */
  private double sameText(Slot slot, Pairing pairing) {
    return (precedes ? slot.before() : slot.after())
        .filter(near -> pairing.olderTokens(near).equals(pairing.latestTokens(latest)))
        .map(near -> pairing.latestTokens(latest).size() < SHORT ? 0.5 : 0.9)
        .orElse(0.0);
  }

  private double beside(Node counterpart, Slot slot, Pairing pairing) {
    StatementList list = slot.list();
    int at = list.indexHolding(counterpart);
    if (at >= 0) {
      boolean direct = Nodes.same(list.statements().get(at), counterpart);
      boolean right = precedes ? at < slot.index() : at >= slot.index();
      if (right) {
        double distance = standing == Standing.FURTHER ? 0 : between(slot, at, pairing);
        return Math.max(0.15, (direct ? 1 : HIDDEN) - distance);
      }
      return direct ? -1 : -0.5;
    }
    return further(counterpart, slot);
  }

  /** The construct around the slot stands beside the counterpart, or the slot itself does, where there is no such construct. */
  private double around(Node counterpart, Slot slot, Pairing pairing) {
    int here = slot.list().indexHolding(counterpart);
    if (here >= 0) {
      boolean right = precedes ? here < slot.index() : here >= slot.index();
      return right ? Math.max(0.1, 0.7 - between(slot, here, pairing)) : -0.5;
    }
    for (Node inner = slot.list().node();
        inner.getParentNode().isPresent();
        inner = inner.getParentNode().get()) {
      Optional<StatementList> list = inner instanceof Statement statement
          ? StatementList.holding(statement)
          : Optional.empty();
      int at = list.map(l -> l.indexHolding(counterpart)).orElse(-1);
      if (at >= 0) {
        int holder = list.get().indexOf(inner);
        boolean right = precedes ? at < holder : at > holder;
        Slot beside = new Slot(slot.unit(), list.get(), precedes ? holder : holder + 1);
        return at == holder ? 0 : right ? Math.max(0.2, 1 - between(beside, at, pairing)) : -0.5;
      }
    }
    return -0.1;
  }

  /** What stands between the counterpart and the slot speaks against the slot. */
  private double between(Slot slot, int at, Pairing pairing) {
    int from = precedes ? at + 1 : slot.index();
    int to = precedes ? slot.index() : at;
    double against = 0;
    for (Statement between : slot.list().statements().subList(from, to)) {
      against += against(between, slot, pairing);
      if (against >= 1) {
        return against;
      }
    }
    return against;
  }

  /** Code that latest has and so has a place in the order counts most, unless it went into the neighbour; other log statements next to nothing. */
  private double against(Statement between, Slot slot, Pairing pairing) {
    Optional<Node> now = pairing.latest(between);
    if (now.isPresent()) {
      return Nodes.within(now.get(), latest) ? WITHIN : 0.25;
    }
    return Pairing.onlyLogs(slot.unit(), between) ? 0.02 : 0.1;
  }

  private double further(Node counterpart, Slot slot) {
    Node inner = slot.list().node();
    while (inner.getParentNode().isPresent()) {
      Optional<StatementList> outer = inner instanceof Statement statement
          ? StatementList.holding(statement)
          : Optional.empty();
      int at = outer.map(list -> list.indexHolding(counterpart)).orElse(-1);
      if (at >= 0) {
        int here = outer.get().indexHolding(slot.list().node());
        if (at == here) {
          return 0;
        }
        return (at < here) == precedes ? 0.45 : -0.5;
      }
      inner = inner.getParentNode().get();
    }
    return -0.1;
  }

  /** A neighbour that nothing was aligned with may still have one of nearly the same text beside the slot. */
  private double lookAlike(Slot slot, Pairing pairing, Subjects subjects) {
    return (precedes ? slot.before() : slot.after())
        .filter(near -> pairing.latest(near).isEmpty())
        .filter(near -> !subjects.differ(latest, near))
        .map(near -> Tokens.likeness(pairing.latestTokens(latest), pairing.olderTokens(near)))
        .filter(likeness -> likeness >= 0.5)
        .map(likeness -> 0.8 * likeness)
        .orElse(0.0);
  }
}
