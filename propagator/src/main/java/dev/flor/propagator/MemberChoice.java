package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.flor.propagator.MemberSearch.Found;
import java.util.List;
import java.util.Optional;

/** Whether a statement goes into another member of the older file than the counterpart of its own: code that was extracted, inlined or moved since. */
final class MemberChoice {
  /** Evidence that makes it needless to look at other members. */
  private static final double CLEAR = 0.7;

  /** By how much another member must win against the counterpart of the statement's own. */
  private static final double MUCH_BETTER = 0.2;

  /** The same where the counterpart has its name still. */
  private static final double BEYOND_DOUBT = 0.35;

  /** What must speak for a place in another member than the counterpart; more where that has its name still. */
  private static final double THERE = 0.65;

  private static final double SURELY_THERE = 0.8;

  /** By how much more another member must hold of what is near the statement to be where that went, or came from. */
  private static final double WENT = 0.3;

  /** How much of that it must hold at least. */
  private static final double HOLDS = 0.5;

  /** By how much it must win where there is no counterpart. */
  private static final double BETTER = 0.05;

  private final Pairing pairing;
  private final Placer placer;
  private final Trace trace;

  MemberChoice(Pairing pairing, Placer placer, Trace trace) {
    this.pairing = pairing;
    this.placer = placer;
    this.trace = trace;
  }

  /** If the place is not clear: what compares it with a member that resembles the statement's own and has a better one. */
  Optional<Pairing> elsewhere(Site site, List<Ranked> ranked) {
    Optional<Node> own = pairing.olderMember(site.statement());
    Optional<Node> member = Pairing.member(site.statement());
    if (pairing.closer() || member.isEmpty()) {
      return Optional.empty();
    }
    double here = ranked.isEmpty() ? 0 : ranked.get(0).score();
    double better =
        own.map(o -> sameName(site.statement(), o) ? BEYOND_DOUBT : MUCH_BETTER).orElse(BETTER);
    double near = own.map(o -> MemberSearch.near(pairing, site.statement(), o)).orElse(0.0);
    boolean unclear = here < Placer.THRESHOLD || here + better <= CLEAR;
    if (!unclear && leastWhereItWent(near) > 1) {
      return Optional.empty();
    }
    double sure =
        own.map(o -> sameName(site.statement(), o) ? SURELY_THERE : THERE).orElse(0.0);
    double bestScore = 0;
    Optional<Pairing> best = Optional.empty();
    for (Found other : MemberSearch.alike(pairing, site.statement())) {
      boolean moved = other.near() >= leastWhereItWent(near);
      double least = Math.max(here + (moved ? better / 2 : better), sure);
      if ((moved || unclear) && own.filter(o -> Nodes.same(o, other.member())).isEmpty()) {
        Pairing closer = pairing.holding(member.get(), other.member());
        double there = placer.with(closer).rank(site).stream()
            .mapToDouble(Ranked::score)
            .findFirst()
            .orElse(0);
        trace.member(pairing.older(), other.member(), there);
        if (there > Math.max(least, bestScore)) {
          bestScore = there;
          best = Optional.of(closer);
        }
      }
    }
    return best;
  }

  /**
   * How much of what is near a statement another member has to hold at least, for the statement to have gone there; no member can
   * hold as much where that is more than 1.
   *
   * @param near how much of it the counterpart of its own member holds
   */
  static double leastWhereItWent(double near) {
    return Math.max(near + WENT, HOLDS);
  }

  /** Whether a member has its own name still, in a type that has its own. */
  private static boolean sameName(Node latest, Node older) {
    Optional<Node> member = Pairing.member(latest);
    return member.isPresent()
        && member.get() instanceof CallableDeclaration<?> now
        && older instanceof CallableDeclaration<?> then
        && now.getNameAsString().equals(then.getNameAsString())
        && typeName(now).equals(typeName(then));
  }

  private static String typeName(Node member) {
    return Nodes.enclosing(member, TypeDeclaration.class)
        .map(type -> type.getNameAsString())
        .orElse("");
  }

  /** If the place is in another member than the counterpart of the statement's own: what compares these two. */
  Optional<Pairing> closer(Site site, Slot slot) {
    Optional<Node> member = Pairing.member(site.statement());
    Optional<Node> other = Pairing.member(slot.list().node());
    boolean expected = pairing
        .olderMember(site.statement())
        .filter(m -> other.filter(o -> Nodes.same(o, m)).isPresent())
        .isPresent();
    return expected || pairing.closer() || member.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(pairing.holding(member.get(), other.get()));
  }
}
