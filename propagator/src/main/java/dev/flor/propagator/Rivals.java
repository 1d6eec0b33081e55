package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Collections;
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
    return fits()
        ? Optional.empty()
        : elsewhere(Pairing.nearest(site.unit(), site.after()))
            .or(() -> elsewhere(Pairing.nearest(site.unit(), site.before())));
  }

  /** Whether a neighbour is beside the slot, or what is read there is declared right before it. */
  boolean fits() {
    List<Statement> all = slot.list().statements();
    List<Statement> olderBefore = new ArrayList<>(all.subList(0, slot.index()));
    Collections.reverse(olderBefore);
    Optional<Statement> before = Pairing.nearest(site.unit(), site.before());
    Optional<Statement> after = Pairing.nearest(site.unit(), site.after());
    return slot.before().filter(this::declaresWhatIsRead).isPresent()
        || beside(before, Pairing.nearest(slot.unit(), olderBefore))
        || beside(after, Pairing.nearest(slot.unit(), all.subList(slot.index(), all.size())));
  }

  /** It cannot stand further up, whatever stands there. */
  private boolean declaresWhatIsRead(Statement before) {
    List<String> declared = before.findAll(VariableDeclarator.class).stream()
        .map(v -> v.getNameAsString())
        .toList();
    return site.carried().findAll(NameExpr.class).stream()
        .anyMatch(name -> declared.contains(name.getNameAsString()));
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
