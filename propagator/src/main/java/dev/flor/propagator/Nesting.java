package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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

  /** What it counts that conditions correspond that ask for other variables. */
  private static final double OTHER_SUBJECT = 0.2;

  /** How alike two handlers are that are the only ones, whatever they catch. */
  private static final double ONLY_HANDLER = 0.5;

  /** How alike at least is what the only handlers of members that correspond are there for. */
  private static final double LONE = 0.75;

  /** From within. */
  private static final double[] WEIGHTS = {3, 1.2, 0.6};

  private final Pairing pairing;
  private final Site site;
  private final List<Header> headers;
  private final Subjects subjects;
  private final Optional<Header> leaving;
  private final IdentityHashMap<Node, Readings> byList = new IdentityHashMap<>();

  Nesting(Pairing pairing, Site site, Subjects subjects) {
    this.pairing = pairing;
    this.site = site;
    this.subjects = subjects;
    this.headers = Header.around(site.unit(), site.list());
    this.leaving = Header.leaving(site.unit(), site.list(), site.index());
  }

  /** What is around the statement, innermost first. */
  List<Header> headers() {
    return headers;
  }

  /**
   * Tells how far a slot is nested in what the statement is nested in: as it stands, or read as one of the equivalents.
   *
   * @return how much the innermost levels agree
   */
  double tell(Slot slot, Tally tally) {
    boolean keeps = tally.keeps();
    Readings readings = keeps
        ? readings(slot, true)
        : byList.computeIfAbsent(slot.list().node(), node -> readings(slot, false));
    Tally best = readings.plain();
    Optional<Header> olderLeaving = Header.leaving(slot.unit(), slot.list(), slot.index());
    if (olderLeaving.isPresent()) {
      List<Header> behind = Header.within(olderLeaving.get(), readings.olders());
      best = best.better(chain(headers, behind, List.of(), keeps));
    }
    for (Tally equivalent : readings.equivalents()) {
      best = best.better(equivalent);
    }
    tally.add(best);
    double innermost = best.first();
    if (headers.stream().limit(WEIGHTS.length).noneMatch(Header::member)) {
      pairing
          .olderMember(site.statement())
          .ifPresent(member -> tally.add(
              "member",
              () -> "that holds it",
              2,
              Nodes.within(slot.list().node(), member) ? 1 : 0));
    }
    return innermost;
  }

  /**
   * What holds for all slots of a list.
   *
   * @param olders what is around them
   * @param plain how the headers compare as they stand in the older version
   * @param equivalents how they do with levels merged or left out
   */
  private record Readings(List<Header> olders, Tally plain, List<Tally> equivalents) {}

  private Readings readings(Slot slot, boolean keeps) {
    List<Header> olders = Header.around(slot.unit(), slot.list());
    Tally plain = chain(headers, olders, List.of(), keeps);
    if (leaving.isPresent()) {
      plain = plain.better(chain(Header.within(leaving.get(), headers), olders, List.of(), keeps));
    }
    List<Tally> equivalents = new ArrayList<>();
    if (Header.nested(headers)) {
      equivalents.add(chain(Header.merged(headers), olders, List.of(), keeps));
    }
    if (Header.nested(olders)) {
      equivalents.add(chain(headers, Header.merged(olders), List.of(), keeps));
    }
    for (List<Integer> gaps : GAPS) {
      if (haveLevels(headers, gaps)) {
        equivalents.add(chain(without(headers, gaps), olders, gaps, keeps));
      }
      if (haveLevels(olders, gaps)) {
        equivalents.add(chain(headers, without(olders, gaps), gaps, keeps));
      }
    }
    return new Readings(olders, plain, equivalents);
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
    if (header.owner() instanceof CatchClause handler
        && older.owner() instanceof CatchClause olderHandler) {
      double tried = tried(handler, olderHandler);
      if (isAnothers(handler, olderHandler, tried)) {
        return OTHER_SUBJECT * heads;
      }
      return Math.max(
          heads * (0.4 + 0.6 * (isLone(handler, olderHandler) ? Math.max(tried, LONE) : tried)),
          isOnly(handler) && isOnly(olderHandler) ? ONLY_HANDLER * tried : 0);
    }
    return header.role().equals("else") && older.role().equals("else")
        ? Math.max(heads, Branches.otherwise(header.owner(), older.owner(), pairing))
        : heads;
  }

  /** How much of what two handlers are there for is the same. */
  private double tried(CatchClause handler, CatchClause olderHandler) {
    Node attempt = handler.getParentNode().map(Nesting::tried).orElse(handler);
    Node olderAttempt = olderHandler.getParentNode().map(Nesting::tried).orElse(olderHandler);
    return Tokens.likeness(pairing.latestTokens(attempt), pairing.olderTokens(olderAttempt));
  }

  /** Whether the older handler is there for what another one of latest is there for rather. */
  private boolean isAnothers(CatchClause handler, CatchClause olderHandler, double tried) {
    return pairing
        .latestApart(olderHandler)
        .filter(other -> other instanceof CatchClause && !Nodes.same(other, handler))
        .filter(other -> tried((CatchClause) other, olderHandler) > tried)
        .isPresent();
  }

  /** Whether each is the only handler of its member, and the members correspond. */
  private boolean isLone(CatchClause handler, CatchClause olderHandler) {
    Optional<Node> member = Pairing.member(handler);
    Optional<Node> olderMember = Pairing.member(olderHandler);
    return member.isPresent()
        && olderMember.isPresent()
        && pairing
            .olderDeclaration(member.get())
            .filter(m -> Nodes.same(m, olderMember.get()))
            .isPresent()
        && member.get().findAll(CatchClause.class).size() == 1
        && olderMember.get().findAll(CatchClause.class).size() == 1;
  }

  private static boolean isOnly(CatchClause handler) {
    return handler.getParentNode().stream()
        .anyMatch(attempt -> attempt instanceof TryStmt t && t.getCatchClauses().size() == 1);
  }

  private static Node tried(Node attempt) {
    return attempt instanceof TryStmt statement ? statement.getTryBlock() : attempt;
  }

  private double ofHeads(Header header, Header older) {
    boolean aligned =
        counterpart(header).filter(o -> Nodes.same(o, older.owner())).isPresent();
    if (header.owner() instanceof IfStmt now
        && older.owner() instanceof IfStmt then
        && (subjects.differ(now.getCondition(), then.getCondition()) || isAnothers(now, then))) {
      return aligned ? OTHER_SUBJECT : Math.min(0, header.likeness(older));
    }
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

  /** Whether latest has the older condition, or one more like it, elsewhere; or one as much like it, before what the older one is before. */
  private boolean isAnothers(IfStmt now, IfStmt then) {
    return pairing
        .latest(then)
        .filter(other -> !Nodes.same(other, now))
        .filter(IfStmt.class::isInstance)
        .filter(other -> isMoreAlike((IfStmt) other, now, then))
        .isPresent();
  }

  private boolean isMoreAlike(IfStmt other, IfStmt now, IfStmt then) {
    double others = pairing.similarity(other.getCondition(), then.getCondition());
    double own = pairing.similarity(now.getCondition(), then.getCondition());
    return others > own || (others == own && likeness(other, then) > likeness(now, then));
  }

  private double likeness(IfStmt now, IfStmt then) {
    return Tokens.likeness(pairing.latestTokens(now), pairing.olderTokens(then));
  }

  /** Whether all that is right around the statement is there for logging: a check of the level, or branches that only log. */
  boolean onlyForLogging() {
    return !headers.isEmpty()
        && (checksLevel(headers.get(0))
            || (headers.get(0).owner() instanceof IfStmt branches && onlyLog(branches)));
  }

  private boolean onlyLog(Node construct) {
    return construct.findAll(ExpressionStmt.class).stream()
            .allMatch(s -> Pairing.onlyLogs(site.unit(), s))
        && construct
            .findAll(
                Statement.class, s -> !(s.isIfStmt() || s.isBlockStmt() || s.isExpressionStmt()))
            .isEmpty();
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
