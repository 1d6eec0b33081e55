package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import java.util.Optional;

/**
 * The place of the older version in which carried code is to be understood.
 *
 * @param node what it stands in: the statement list's node, or the type for a carried member
 * @param slot the slot, if it is a statement's
 */
record Ground(Pairing pairing, Node node, Optional<Slot> slot) {

  static Ground of(Pairing pairing, Slot slot) {
    return new Ground(pairing, slot.list().node(), Optional.of(slot));
  }

  static Ground of(Pairing pairing, ProjectType type) {
    return new Ground(pairing, type.node(), Optional.empty());
  }

  Unit older() {
    return pairing.older();
  }

  Unit latest() {
    return pairing.latest();
  }

  /** The variable that a name means here. */
  Optional<Binding> variable(String name) {
    return slot.isPresent()
        ? Scope.variable(slot.get(), name)
        : Scope.variable(older(), name, node);
  }

  /** What is declared before this offset can be seen here. */
  int offset() {
    return slot.map(Slot::offset).orElseGet(() -> older().end(node));
  }

  int line() {
    return slot.map(Slot::line).orElseGet(() -> older().line(node));
  }

  Failure failure(Refusal reason, String detail) {
    return new Failure(reason, older().path(), line(), detail);
  }
}
