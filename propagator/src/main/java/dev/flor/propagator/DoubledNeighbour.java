package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the other place where what stands before a statement once in latest stands twice in the older member, as code that was
 * drawn out of two branches does. Only what follows could tell which of the places is meant.
 */
final class DoubledNeighbour {
  /** A shorter statement, such as {@code i++;}, stands anywhere. */
  private static final int TELLING_TOKENS = 6;

  private final Pairing pairing;
  private final Site site;
  private final Slot slot;

  DoubledNeighbour(Pairing pairing, Site site, Slot slot) {
    this.pairing = pairing;
    this.site = site;
    this.slot = slot;
  }

  Optional<Slot> other() {
    Optional<Statement> before = Pairing.nearest(site.unit(), site.before());
    Optional<Node> member = Pairing.member(site.statement());
    Optional<Node> olderMember = Pairing.member(slot.list().node());
    if (before.isEmpty() || member.isEmpty() || olderMember.isEmpty() || followsTheSame()) {
      return Optional.empty();
    }
    List<String> wanted = pairing.latestTokens(before.get());
    boolean here =
        slot.before().filter(s -> pairing.olderTokens(s).equals(wanted)).isPresent();
    int times = member
        .get()
        .findAll(Statement.class, s -> pairing.latestTokens(s).equals(wanted))
        .size();
    return here && times == 1 && wanted.size() >= TELLING_TOKENS
        ? olderMember
            .get()
            .findAll(
                Statement.class,
                s -> !Nodes.same(s, slot.before().get())
                    && pairing.olderTokens(s).equals(wanted))
            .stream()
            .flatMap(this::behind)
            .findFirst()
        : Optional.empty();
  }

  private boolean followsTheSame() {
    List<Statement> all = slot.list().statements();
    Optional<Statement> latest = Pairing.nearest(site.unit(), site.after());
    Optional<Statement> older = Pairing.nearest(slot.unit(), all.subList(slot.index(), all.size()));
    if (latest.isEmpty() || older.isEmpty()) {
      return latest.isEmpty() && older.isEmpty();
    }
    return pairing.older(latest.get()).filter(o -> Nodes.same(o, older.get())).isPresent();
  }

  private Stream<Slot> behind(Statement statement) {
    return StatementList.holding(statement).stream()
        .map(list -> new Slot(slot.unit(), list, list.indexOf(statement) + 1));
  }
}
