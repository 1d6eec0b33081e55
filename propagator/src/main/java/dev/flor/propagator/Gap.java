package dev.flor.propagator;

import com.github.javaparser.ast.stmt.Statement;
import dev.flor.differ.Span;
import java.util.List;

/** Tells gaps between statements apart by their neighbours, log statements aside, as fast as these differ. */
final class Gap {
  private Gap() {}

  /** Whether the neighbours of a gap read like those before {@code other} and behind it, where it ends at index {@code end}. */
  static boolean alike(Slot gap, int end, Slot other) {
    return same(gap, before(gap), other, before(other))
        && same(gap, after(gap, gap.index()), other, after(other, end));
  }

  private static int before(Slot slot) {
    int at = slot.index() - 1;
    while (at >= 0 && Pairing.onlyLogs(slot.unit(), slot.list().statements().get(at))) {
      at--;
    }
    return at;
  }

  private static int after(Slot slot, int from) {
    List<Statement> all = slot.list().statements();
    int at = from;
    while (at < all.size() && Pairing.onlyLogs(slot.unit(), all.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean same(Slot one, int at, Slot other, int otherAt) {
    boolean there = has(one, at);
    if (there != has(other, otherAt)) {
      return false;
    }
    return !there
        || Tokens.same(one.unit().text(), span(one, at), other.unit().text(), span(other, otherAt));
  }

  private static boolean has(Slot slot, int at) {
    return at >= 0 && at < slot.list().statements().size();
  }

  private static Span span(Slot slot, int at) {
    return slot.unit().span(slot.list().statements().get(at));
  }
}
