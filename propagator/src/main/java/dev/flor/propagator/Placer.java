package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Ranks the slots of the older file for a statement of the latest one. */
final class Placer {
  /** Below this share of agreeing evidence a placement would be a guess. */
  static final double THRESHOLD = 0.4;

  private final Pairing pairing;
  private final List<StatementList> lists;

  Placer(Pairing pairing) {
    this.pairing = pairing;
    this.lists = StatementList.within(pairing.older().tree().unit());
  }

  /** The slots worth considering, best first. */
  List<Ranked> rank(Site site) {
    Evidence evidence = new Evidence(pairing, site);
    List<Ranked> ranked = new ArrayList<>();
    for (StatementList list : worth(site, evidence)) {
      for (int index = 0; index <= list.statements().size(); index++) {
        Slot slot = new Slot(pairing.older(), list, index);
        if (allowed(slot)) {
          ranked.add(new Ranked(slot, evidence.score(slot)));
        }
      }
    }
    ranked.sort(Comparator.comparingDouble((Ranked r) -> -r.score()));
    return ranked;
  }

  /** Whether the older file has more places that look exactly like this slot than the latest one has of the site. */
  Optional<Slot> twin(Site site, Slot slot) {
    List<String> wanted = looks(slot.unit(), slot.list(), slot.index(), slot.index(), true);
    List<Slot> same = new ArrayList<>();
    for (StatementList list : lists) {
      for (int index = 0; index <= list.statements().size(); index++) {
        if (looks(slot.unit(), list, index, index, true).equals(wanted)) {
          same.add(new Slot(slot.unit(), list, index));
        }
      }
    }
    long inLatest = StatementList.within(site.unit().tree().unit()).stream()
        .flatMap(list -> places(list).stream().map(i -> looks(site.unit(), list, i[0], i[1], true)))
        .filter(looksLike ->
            looksLike.equals(looks(site.unit(), site.list(), site.index(), site.index() + 1, true)))
        .count();
    if (same.size() <= Math.max(1, inLatest)) {
      return Optional.empty();
    }
    return same.stream().filter(other -> !other.same(slot)).findFirst();
  }

  private static List<int[]> places(StatementList list) {
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i < list.statements().size(); i++) {
      places.add(new int[] {i, i + 1});
      places.add(new int[] {i, i});
    }
    places.add(new int[] {list.statements().size(), list.statements().size()});
    return places;
  }

  /** The two neighbours and the headers, as text. */
  private List<String> looks(
      Unit unit, StatementList list, int before, int after, boolean skipLogs) {
    List<Statement> all = list.statements();
    int from = before - 1;
    while (skipLogs && from >= 0 && Pairing.onlyLogs(unit, all.get(from))) {
      from--;
    }
    int to = after;
    while (skipLogs && to < all.size() && Pairing.onlyLogs(unit, all.get(to))) {
      to++;
    }
    List<String> looks = new ArrayList<>();
    looks.add(from < 0 ? "{" : String.join(" ", Tokens.of(unit.text(all.get(from)))));
    looks.add(to >= all.size() ? "}" : String.join(" ", Tokens.of(unit.text(all.get(to)))));
    for (Header header : Header.around(unit, list)) {
      looks.add(header.role() + String.join(" ", header.tokens()));
    }
    return looks;
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

  /** Not before {@code super(...)}, not after a jump. */
  private static boolean allowed(Slot slot) {
    boolean afterJump = slot.before()
        .filter(s -> s.isReturnStmt()
            || s.isThrowStmt()
            || s.isBreakStmt()
            || s.isContinueStmt()
            || s.isYieldStmt())
        .isPresent();
    return !afterJump
        && slot.after().filter(Statement::isExplicitConstructorInvocationStmt).isEmpty();
  }
}
