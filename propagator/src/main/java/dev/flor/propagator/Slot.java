package dev.flor.propagator;

import com.github.javaparser.ast.stmt.Statement;
import java.util.Optional;

/** A gap in a list of statements of the older version: before the element at {@code index}, or after the last. */
record Slot(Unit unit, StatementList list, int index) {

  Optional<Statement> before() {
    return index == 0 ? Optional.empty() : Optional.of(list.statements().get(index - 1));
  }

  Optional<Statement> after() {
    return index == list.statements().size()
        ? Optional.empty()
        : Optional.of(list.statements().get(index));
  }

  /** Whatever is declared before this offset can be seen from the slot, if it is in scope at all. */
  int offset() {
    return before()
        .map(unit::end)
        .or(() -> after().map(unit::start))
        .orElseGet(() -> unit.start(list.node()) + 1);
  }

  /** The 1-based line nearest to the slot. */
  int line() {
    return unit.tree()
        .line(Math.max(0, before().map(s -> unit.end(s) - 1).orElseGet(this::offset)));
  }

  boolean same(Slot other) {
    return list.same(other.list) && index == other.index;
  }
}
