package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the conditions, loops, handlers and members around a statement say about a slot of the older version. */
final class Nesting {
  /** A level of nesting that one version has and the other has not. */
  private static final double UNWRAPPED = 0.1;

  /** Which levels one version may have and the other not, counted from within. */
  private static final List<List<Integer>> GAPS = List.of(List.of(0), List.of(1), List.of(0, 1));

  /** A check of the level belongs to the statement that it is there for. */
  private static final double ANOTHERS_CHECK = -0.6;

  /** From within. */
  private static final double[] WEIGHTS = {3, 1.2, 0.6};

  private final Pairing pairing;
  private final Site site;
  private final List<Header> headers;

  Nesting(Pairing pairing, Site site) {
    this.pairing = pairing;
    this.site = site;
    this.headers = Header.around(site.unit(), site.list());
  }

  /** What is around the statement, innermost first. */
  List<Header> headers() {
    return headers;
  }

  /** Tells how far a slot is nested in what the statement is nested in: as it stands, or read as one of the equivalents. */
  void tell(Slot slot, Tally tally) {
    List<Header> olders = Header.around(slot.unit(), slot.list());
    boolean keeps = tally.keeps();
    Tally best = chain(headers, olders, List.of(), keeps);
    Optional<Header> leaving = Header.leaving(site.unit(), site.list(), site.index());
    if (leaving.isPresent()) {
      best = best.better(chain(Header.within(leaving.get(), headers), olders, List.of(), keeps));
    }
    Optional<Header> olderLeaving = Header.leaving(slot.unit(), slot.list(), slot.index());
    if (olderLeaving.isPresent()) {
      best =
          best.better(chain(headers, Header.within(olderLeaving.get(), olders), List.of(), keeps));
    }
    if (Header.nested(headers)) {
      best = best.better(chain(Header.merged(headers), olders, List.of(), keeps));
    }
    if (Header.nested(olders)) {
      best = best.better(chain(headers, Header.merged(olders), List.of(), keeps));
    }
    for (List<Integer> gaps : GAPS) {
      if (haveLevels(headers, gaps)) {
        best = best.better(chain(without(headers, gaps), olders, gaps, keeps));
      }
      if (haveLevels(olders, gaps)) {
        best = best.better(chain(headers, without(olders, gaps), gaps, keeps));
      }
    }
    tally.add(best);
    if (headers.stream().limit(WEIGHTS.length).noneMatch(Header::member)) {
      pairing
          .olderMember(site.statement())
          .ifPresent(member -> tally.add(
              "member",
              () -> "that holds it",
              2,
              Nodes.within(slot.list().node(), member) ? 1 : 0));
    }
  }

  /** Whether a chain has these levels, and none of them is the member. */
  private static boolean haveLevels(List<Header> chain, List<Integer> levels) {
    return levels.stream()
        .allMatch(level -> chain.size() > level + 1 && !chain.get(level).member());
  }

  private static List<Header> without(List<Header> chain, List<Integer> levels) {
    List<Header> rest = new ArrayList<>();
    for (int level = 0; level < chain.size(); level++) {
      if (!levels.contains(level)) {
        rest.add(chain.get(level));
      }
    }
    return rest;
  }

  /** Compares two chains of headers level by level, but for levels that only one of them had. */
  private Tally chain(List<Header> latest, List<Header> older, List<Integer> gaps, boolean keeps) {
    Tally tally = new Tally(keeps);
    int level = 0;
    for (int at = 0; at < WEIGHTS.length && level < latest.size(); at++) {
      double weight = WEIGHTS[at];
      if (gaps.contains(at)) {
        tally.add("nesting", () -> "one level more or less", weight, UNWRAPPED);
      } else {
        Header header = latest.get(level);
        tally.add(
            header.member() ? "member" : "header",
            () -> Explanation.head(header, site.unit()),
            header.member() ? Math.max(1.5, weight) : weight,
            level < older.size() ? agreement(header, older.get(level)) : -0.2);
        if (header.member()) {
          return tally;
        }
        level++;
      }
    }
    return tally;
  }

  private double agreement(Header header, Header older) {
    double heads = ofHeads(header, older);
    if (heads > 0
        && header.owner() instanceof CatchClause handler
        && older.owner() instanceof CatchClause olderHandler) {
      Node attempt = handler.getParentNode().map(Nesting::tried).orElse(handler);
      Node olderAttempt = olderHandler.getParentNode().map(Nesting::tried).orElse(olderHandler);
      return heads * (0.4 + 0.6 * pairing.similarity(attempt, olderAttempt));
    }
    return heads;
  }

  private static Node tried(Node attempt) {
    return attempt instanceof TryStmt statement ? statement.getTryBlock() : attempt;
  }

  private double ofHeads(Header header, Header older) {
    boolean aligned =
        counterpart(header).filter(o -> Nodes.same(o, older.owner())).isPresent();
    if (aligned && header.sameSide(older)) {
      return 0.6 + 0.4 * Math.max(0, header.likeness(older));
    }
    if (header.member() && older.member()) {
      return header.tokens().equals(older.tokens()) ? 0.9 : 0.1;
    }
    if (checksLevel(older) && !checksLevel(header)) {
      return ANOTHERS_CHECK;
    }
    boolean wrapped =
        pairing.latest(older.owner()).isEmpty() || counterpart(header).isEmpty();
    double likeness = header.likeness(older);
    return likeness < 0 && wrapped ? 0 : likeness;
  }

  private static boolean checksLevel(Header header) {
    return header.owner() instanceof IfStmt check && Loggers.guards(check);
  }

  private Optional<Node> counterpart(Header header) {
    return header.member()
        ? pairing.olderCallable(header.owner())
        : pairing.aligned(header.owner());
  }
}
