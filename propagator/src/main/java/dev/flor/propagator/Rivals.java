package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a statement's neighbours where the statement was not placed. A place that has neither neighbour
 * beside it, while one of them stands word for word elsewhere in the member, is contradicted by it.
 */
final class Rivals {
  /** A shorter statement, such as {@code i++;} or {@code continue;}, says nothing by standing elsewhere. */
  private static final int TELLING_TOKENS = 6;

  /** Aligned statements with less in common are the same in name only: one may have swallowed the place. */
  private static final double ALIKE = 0.6;

  private final Pairing pairing;
  private final Site site;
  private final Slot slot;

  Rivals(Pairing pairing, Site site, Slot slot) {
    this.pairing = pairing;
    this.site = site;
    this.slot = slot;
  }

  /** The line of a neighbour that speaks against the slot. */
  Optional<Integer> line() {
    Optional<Statement> before = nearest(site.before());
    Optional<Statement> after = nearest(site.after());
    if (beside(before, slot.before()) || beside(after, slot.after())) {
      return Optional.empty();
    }
    return elsewhere(after).or(() -> elsewhere(before));
  }

  private Optional<Statement> nearest(List<Statement> statements) {
    return statements.stream()
        .filter(statement -> !Pairing.onlyLogs(site.unit(), statement))
        .findFirst();
  }

  private boolean beside(Optional<Statement> latest, Optional<Statement> older) {
    if (latest.isEmpty() || older.isEmpty()) {
      return latest.isEmpty() && older.isEmpty();
    }
    boolean aligned =
        pairing.older(latest.get()).filter(o -> Nodes.same(o, older.get())).isPresent();
    return pairing.similarity(latest.get(), older.get()) >= (aligned ? ALIKE : 1);
  }

  private Optional<Integer> elsewhere(Optional<Statement> latest) {
    List<String> wanted = latest.map(pairing::latestTokens).orElse(List.of());
    Optional<Node> member = Pairing.member(slot.list().node());
    if (wanted.size() < TELLING_TOKENS || member.isEmpty()) {
      return Optional.empty();
    }
    return member
        .get()
        .findAll(Statement.class, s -> pairing.olderTokens(s).equals(wanted))
        .stream()
        .map(slot.unit()::line)
        .findFirst();
  }
}
