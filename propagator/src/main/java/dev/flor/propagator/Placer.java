package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Ranks the slots of the older file for a statement of the latest one. */
final class Placer {
  /** Below this share of agreeing evidence a placement would be a guess. */
  static final double THRESHOLD = 0.5;

  private final Pairing pairing;
  private final Optional<Settled> settled;
  private final List<StatementList> lists;

  Placer(Pairing pairing) {
    this(pairing, Optional.empty(), StatementList.within(pairing.older().tree().unit()));
  }

  private Placer(Pairing pairing, Optional<Settled> settled, List<StatementList> lists) {
    this.pairing = pairing;
    this.settled = settled;
    this.lists = lists;
  }

  /** One that leaves members alone which cannot be where a statement was. */
  static Placer of(Project project, Pairing pairing) {
    return new Placer(
        pairing, Optional.of(new Settled(project, pairing)), new Placer(pairing).lists);
  }

  /** One for the same files, with two of their members held against each other. */
  Placer with(Pairing closer) {
    return new Placer(closer, settled, lists);
  }

  /** The slots worth considering, best first. */
  List<Ranked> rank(Site site) {
    Evidence evidence = new Evidence(pairing, site);
    List<Ranked> ranked = new ArrayList<>();
    for (StatementList list : worth(site, evidence)) {
      if (settled.filter(s -> s.isElsewhere(list.node(), site.statement())).isPresent()) {
        continue;
      }
      for (int index = 0; index <= list.statements().size(); index++) {
        Slot slot = new Slot(pairing.older(), list, index);
        if (allowed(slot)) {
          ranked.add(new Ranked(slot, evidence.score(slot)));
        }
      }
    }
    ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.score()));
    return new Overrun(pairing, site)
        .settled(settled.map(s -> withoutSettled(ranked, s, site)).orElse(ranked));
  }

  /**
   * Without the members whose best place is one that latest has, too, in the same member: their second best is no better. Where that was
   * the best of all, the statement is a copy's; the members that latest still has are not what it was in.
   */
  private static List<Ranked> withoutSettled(List<Ranked> ranked, Settled settled, Site site) {
    IdentityHashMap<Node, Boolean> seen = new IdentityHashMap<>();
    List<Ranked> left = new ArrayList<>();
    for (Ranked place : ranked) {
      Node list = place.slot().list().node();
      Node member = Pairing.member(list).orElse(list);
      if (!seen.containsKey(member)) {
        boolean there =
            place.score() >= THRESHOLD && settled.isElsewhere(place.slot(), site.statement());
        if (there && left.isEmpty()) {
          settled.noteCopy(site.statement());
        }
        seen.put(member, there || settled.isStillThere(member, site.statement()));
      }
      if (!seen.get(member)) {
        left.add(place);
      }
    }
    return left;
  }

  /** Whether what resembles the statement's surroundings most is in latest, too, in another member than the statement. */
  boolean isCopy(Site site) {
    return settled.filter(s -> s.isCopy(site.statement())).isPresent();
  }

  /** Another place that looks exactly like this slot, if the older file has more of these than the latest one. */
  Optional<Slot> twin(Site site, Slot slot) {
    return MergedCatches.other(site, slot)
        .or(() -> lookAlike(site, slot))
        .or(() -> new DoubledNeighbour(pairing, site, slot).other());
  }

  private Optional<Slot> lookAlike(Site site, Slot slot) {
    Node type = typeAround(slot.list().node());
    boolean typeTells = pairing
        .olderDeclaration(typeAround(site.statement()))
        .filter(counterpart -> Nodes.same(counterpart, type))
        .isPresent();
    List<Slot> alike = gaps(slot.unit(), lists).stream()
        .filter(gap -> !typeTells || Nodes.within(gap.list().node(), type))
        .filter(gap -> Gap.alike(gap, slot.index(), slot))
        .toList();
    if (alike.size() <= 1) {
      return Optional.empty();
    }
    List<String> wanted = Looks.of(slot.unit(), slot.list(), slot.index(), slot.index());
    List<Slot> same = alike.stream()
        .filter(
            gap -> Looks.of(gap.unit(), gap.list(), gap.index(), gap.index()).equals(wanted))
        .toList();
    if (same.size() <= 1) {
      return Optional.empty();
    }
    List<String> own = Looks.of(site.unit(), site.list(), site.index(), site.index() + 1);
    Slot here = new Slot(site.unit(), site.list(), site.index());
    long inLatest = gaps(site.unit(), StatementList.within(site.unit().tree().unit())).stream()
        .filter(gap -> Gap.alike(gap, here.index() + 1, here)
            && Looks.of(gap.unit(), gap.list(), gap.index(), gap.index()).equals(own))
        .count();
    if (same.size() <= inLatest) {
      return Optional.empty();
    }
    return same.stream()
        .filter(gap -> !gap.list().same(slot.list()) || Math.abs(gap.index() - slot.index()) > 1)
        .findFirst();
  }

  private static Node typeAround(Node node) {
    return Nodes.enclosing(node, TypeDeclaration.class).map(Node.class::cast).orElse(node);
  }

  /** All gaps but those behind a log statement: the ones in a row of log statements count as one. */
  private static List<Slot> gaps(Unit unit, List<StatementList> lists) {
    List<Slot> gaps = new ArrayList<>();
    for (StatementList list : lists) {
      for (int index = 0; index <= list.statements().size(); index++) {
        if (index == 0 || !Pairing.onlyLogs(unit, list.statements().get(index - 1))) {
          gaps.add(new Slot(unit, list, index));
        }
      }
    }
    return gaps;
  }

  private List<StatementList> worth(Site site, Evidence evidence) {
    IdentityHashMap<Node, Boolean> wanted = new IdentityHashMap<>();
    evidence.anchors().forEach(a -> a.older().ifPresent(node -> addAround(node, wanted)));
    for (Header header : evidence.headers()) {
      pairing.aligned(header.owner()).ifPresent(node -> addAround(node, wanted));
    }
    Optional<Node> member = pairing.olderMember(site.statement());
    List<List<String>> near = new ArrayList<>();
    evidence.anchors().forEach(a -> near.add(pairing.latestTokens(a.latest())));
    return lists.stream()
        .filter(list -> wanted.containsKey(list.node())
            || member.filter(m -> Nodes.within(list.node(), m)).isPresent()
            || evidence.headers().stream().anyMatch(h -> pairing
                .aligned(h.owner())
                .filter(o -> Nodes.same(o, list.owner()))
                .isPresent())
            || list.statements().stream().anyMatch(s -> near.contains(pairing.olderTokens(s))))
        .toList();
  }

  private static void addAround(Node node, IdentityHashMap<Node, Boolean> wanted) {
    for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
      wanted.put(at, true);
    }
  }

  /** Not before a {@code super(...)} that comes first, not after a jump. */
  private static boolean allowed(Slot slot) {
    boolean afterJump = slot.before()
        .filter(s -> s.isReturnStmt()
            || s.isThrowStmt()
            || s.isBreakStmt()
            || s.isContinueStmt()
            || s.isYieldStmt())
        .isPresent();
    boolean first = slot.index() == 0
        && slot.after().filter(Statement::isExplicitConstructorInvocationStmt).isPresent();
    return !afterJump && !first;
  }
}
