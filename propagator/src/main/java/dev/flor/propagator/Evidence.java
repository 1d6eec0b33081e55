package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.flor.propagator.Anchor.Standing;
import dev.flor.propagator.StatementList.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the surroundings of a statement in the latest version say about a slot of the older one. */
final class Evidence {
  private static final int NEIGHBOURS = 3;
  private static final int LOOKED_AT = 12;
  /** A level of nesting that one version has and the other has not. */
  private static final double UNWRAPPED = 0.1;

  /** Which levels one version may have and the other not, counted from within. */
  private static final List<List<Integer>> GAPS = List.of(List.of(0), List.of(1), List.of(0, 1));

  /** What it weighs that a statement was first or last. */
  private static final double FIRST = 1.2;

  private static final double LAST = 0.8;

  /** The same where it has a neighbour on the other side. */
  private static final double EDGE = 0.5;

  /** What the neighbours of the construct around the statement weigh, and how that falls off outwards. */
  private static final double OUTER = 1.2;

  private static final double OUTER_DECAY = 0.5;
  private static final int OUTER_LEVELS = 2;

  /** A check of the level belongs to the statement that it is there for. */
  private static final double ANOTHERS_CHECK = -0.6;

  private static final double[] HEADER_WEIGHTS = {3, 1.2, 0.6};

  private final Pairing pairing;
  private final Site site;
  private final List<Anchor> anchors = new ArrayList<>();
  private final List<Header> headers;
  private final Visibility visibility;
  private final Optional<Remark> remark;
  private Optional<Anchor> definition = Optional.empty();

  Evidence(Pairing pairing, Site site) {
    this.pairing = pairing;
    this.site = site;
    this.headers = Header.around(site.unit(), site.list());
    this.visibility = new Visibility(site);
    this.remark = Remark.before(site, pairing.older());
    Set<String> names = new LinkedHashSet<>();
    site.statement().findAll(NameExpr.class).forEach(n -> names.add(n.getNameAsString()));
    anchors(site.before(), true, names);
    anchors(site.after(), false, names);
    outerAnchors();
  }

  List<Anchor> anchors() {
    return anchors;
  }

  List<Header> headers() {
    return headers;
  }

  /** From 0 (nothing speaks for the slot) to 1 (everything does). */
  double score(Slot slot) {
    return Math.max(0, tally(slot, new Tally(false)).score());
  }

  /** What the score is the mean of. */
  List<Agreement> agreements(Slot slot) {
    return tally(slot, new Tally(true)).kept();
  }

  private Tally tally(Slot slot, Tally tally) {
    for (Anchor anchor : anchors) {
      double agreement = anchor.agreement(slot, pairing);
      tally.add(
          anchor.precedes() ? "after" : "before",
          () -> Explanation.brief(site.unit().text(anchor.latest())),
          anchor.weight(),
          overtaken(anchor) ? Math.max(0, agreement) : agreement);
    }
    edges(slot, tally);
    headers(slot, tally);
    visibility
        .from(slot)
        .forEach(seen ->
            tally.add("variable", () -> "that it reads", seen ? 0.3 : 1.5, seen ? 1 : -0.6));
    if (visibility.declaredLater(slot)) {
      tally.add("variable", () -> "declared later", 4, -0.6);
    } else if (visibility.setLater(slot)) {
      tally.add("variable", () -> "set later", 1.5, -0.6);
    }
    remark.ifPresent(r -> tally.add("comment", () -> "before it", 2, r.in(slot) ? 1 : 0));
    return tally;
  }

  /** Whether a neighbour has changed sides with what defines the values that are read: the latter decides. */
  private boolean overtaken(Anchor anchor) {
    return definition
        .flatMap(Anchor::older)
        .filter(o -> !anchor.precedes()
            && anchor.standing() != Standing.OUTER
            && anchor.older().isPresent())
        .filter(
            o -> pairing.older().start(anchor.older().get()) < pairing.older().start(o))
        .isPresent();
  }

  private void anchors(List<Statement> nearest, boolean precedes, Set<String> names) {
    double weight = precedes ? 3.05 : 3;
    int found = 0;
    for (Statement statement : nearest.subList(0, Math.min(LOOKED_AT, nearest.size()))) {
      if (found == NEIGHBOURS) {
        return;
      }
      Optional<Node> older = pairing.older(statement);
      if (older.filter(o -> pairing.similarity(statement, o) < 1).isPresent()
          && pairing.stillWritten(statement)) {
        older = Optional.empty();
      }
      if (older.isEmpty() && Pairing.onlyLogs(site.unit(), statement)) {
        continue;
      }
      double share = older.isPresent() ? 1 : pairing.stillWritten(statement) ? 0.8 : 0.3;
      double trust =
          older.map(o -> 0.7 + 0.3 * pairing.similarity(statement, o)).orElse(0.0);
      double boost = declaresOneOf(statement, names) ? 1.5 : 1;
      Anchor anchor = new Anchor(
          statement,
          older,
          trust,
          weight * share * boost,
          precedes,
          found == 0 ? Standing.NEAREST : Standing.FURTHER);
      anchors.add(anchor);
      if (precedes && boost > 1 && definition.isEmpty()) {
        definition = Optional.of(anchor);
      }
      weight *= older.isPresent() ? 0.4 : 0.85;
      found += older.isPresent() ? 1 : 0;
    }
  }

  /** The nearest neighbours of the constructs around the statement, as far as they have counterparts. */
  private void outerAnchors() {
    Node inner = site.list().node();
    double weight = OUTER;
    for (int level = 0; level < OUTER_LEVELS; level++) {
      Optional<Site> outer = outerSite(inner);
      if (outer.isEmpty()) {
        return;
      }
      outerAnchor(outer.get().before(), true, weight);
      outerAnchor(outer.get().after(), false, weight);
      inner = outer.get().list().node();
      weight *= OUTER_DECAY;
    }
  }

  private Optional<Site> outerSite(Node inner) {
    for (Node at = inner;
        at != null && !(at instanceof BodyDeclaration<?>);
        at = at.getParentNode().orElse(null)) {
      Optional<Site> site = at instanceof Statement statement
          ? Site.of(this.site.unit(), statement)
              .filter(s -> s.list().kind() == Kind.BLOCK || s.list().kind() == Kind.GROUP)
          : Optional.empty();
      if (site.isPresent() && !Nodes.same(at, inner)) {
        return site;
      }
    }
    return Optional.empty();
  }

  private void outerAnchor(List<Statement> nearest, boolean precedes, double weight) {
    for (Statement statement : nearest.subList(0, Math.min(NEIGHBOURS, nearest.size()))) {
      Optional<Node> older = pairing.older(statement);
      if (older.isPresent()) {
        double trust = 0.7 + 0.3 * pairing.similarity(statement, older.get());
        anchors.add(new Anchor(statement, older, trust, weight, precedes, Standing.OUTER));
        return;
      }
    }
  }

  private static boolean declaresOneOf(Statement statement, Set<String> names) {
    if (!statement.isExpressionStmt()) {
      return false;
    }
    var expression = statement.asExpressionStmt().getExpression();
    if (expression.isVariableDeclarationExpr()) {
      return expression.asVariableDeclarationExpr().getVariables().stream()
          .anyMatch(v -> names.contains(v.getNameAsString()));
    }
    return expression.isAssignExpr()
        && names.contains(expression.asAssignExpr().getTarget().toString());
  }

  /** A statement that was first or last is likely to be so there, where no neighbour on the other side tells more. */
  private void edges(Slot slot, Tally tally) {
    if (site.before().stream().allMatch(this::absentLog)) {
      boolean first = slot.index() == 0
          || slot.before()
              .filter(Statement::isExplicitConstructorInvocationStmt)
              .isPresent();
      tally.add(
          "edge", () -> "first in its block", hasNeighbour(false) ? EDGE : FIRST, first ? 1 : 0);
    }
    if (site.after().stream().allMatch(this::absentLog)) {
      tally.add(
          "edge",
          () -> "last in its block",
          hasNeighbour(true) ? EDGE : LAST,
          slot.after().isEmpty() ? 1 : 0);
    }
  }

  private boolean hasNeighbour(boolean before) {
    return anchors.stream()
        .anyMatch(anchor -> anchor.standing() == Standing.NEAREST
            && anchor.precedes() == before
            && anchor.older().isPresent());
  }

  private boolean absentLog(Statement statement) {
    return Pairing.onlyLogs(site.unit(), statement) && pairing.older(statement).isEmpty();
  }

  private void headers(Slot slot, Tally tally) {
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
    if (headers.stream().limit(HEADER_WEIGHTS.length).noneMatch(Header::member)) {
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
    for (int at = 0; at < HEADER_WEIGHTS.length && level < latest.size(); at++) {
      double weight = HEADER_WEIGHTS[at];
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
      Node attempt = handler.getParentNode().map(Evidence::tried).orElse(handler);
      Node olderAttempt = olderHandler.getParentNode().map(Evidence::tried).orElse(olderHandler);
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
