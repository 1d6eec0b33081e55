package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Optional;

/**
 * A neighbour of a statement in the latest version, as evidence for where the statement was to stand.
 *
 * @param older its counterpart
 * @param trust from 0 to 1: how sure that is
 * @param weight how much the neighbour matters
 */
record Anchor(
    Statement latest, Optional<Node> older, double trust, double weight, boolean precedes) {

  private static final int SHORT = 5;

  /** From -1 (the slot is on the wrong side of the counterpart) to 1 (right beside it). */
  double agreement(Slot slot, Pairing pairing) {
    double same = sameText(slot, pairing);
    return older
        .map(node -> Math.max(same, trust * beside(node, slot, pairing)))
        .orElseGet(() -> Math.max(same, lookAlike(slot, pairing)));
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
        return Math.max(0.15, (direct ? 1 : 0.6) - between(slot, at, pairing));
      }
      return direct ? -1 : -0.5;
    }
    return further(counterpart, slot);
  }

  /** What stands between the counterpart and the slot speaks against the slot. */
  private double between(Slot slot, int at, Pairing pairing) {
    int from = precedes ? at + 1 : slot.index();
    int to = precedes ? slot.index() : at;
    double against = 0;
    for (Statement between : slot.list().statements().subList(from, to)) {
      against += pairing.latest(between).isEmpty() ? 0.1 : 0.25;
    }
    return against;
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
  private double lookAlike(Slot slot, Pairing pairing) {
    return (precedes ? slot.before() : slot.after())
        .filter(near -> pairing.latest(near).isEmpty())
        .map(near -> pairing.similarity(latest, near))
        .filter(likeness -> likeness >= 0.5)
        .map(likeness -> 0.8 * likeness)
        .orElse(0.0);
  }
}
