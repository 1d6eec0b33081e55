package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
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

  /** What it counts that only log statements that latest has no more stand before the slot. */
  private static final double NEARLY = 0.8;

  /** What it weighs that a statement was first or last. */
  private static final double FIRST = 1.2;

  private static final double LAST = 0.8;

  /** The same where it has a neighbour on the other side. */
  private static final double EDGE = 0.5;

  /** A neighbour or the construct around it must agree so much at least, or it weighs so much that none does. */
  private static final double KNOWN = 0.2;

  private static final double UNKNOWN = 5;
  private static final int TELLING_TOKENS = 4;

  /** What the neighbours of the construct around the statement weigh, and how that falls off outwards. */
  private static final double OUTER = 1.2;

  /** Aligned statements with more in common are the same whatever their variables are. */
  private static final double ALIKE = 0.7;

  /** What it counts that a neighbour is like its counterpart, if that is about other variables. */
  private static final double OTHER_SUBJECT = 0.4;

  private static final double OUTER_DECAY = 0.5;
  private static final int OUTER_LEVELS = 2;

  private final Pairing pairing;
  private final Site site;
  private final List<Anchor> anchors = new ArrayList<>();
  private final Subjects subjects;
  private final Nesting nesting;
  private final Visibility visibility;
  private final Kept kept;
  private final Optional<Remark> remark;
  private Optional<Anchor> definition = Optional.empty();

  Evidence(Pairing pairing, Site site) {
    this.pairing = pairing;
    this.site = site;
    this.subjects = new Subjects(site.unit(), site.statement());
    this.nesting = new Nesting(pairing, site, subjects);
    this.visibility = new Visibility(site);
    this.kept = new Kept(pairing, site.carried());
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
    return nesting.headers();
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
    double beside = 0;
    for (Anchor anchor : anchors) {
      double agreement = anchor.agreement(slot, pairing, subjects);
      if (anchor.standing() != Standing.OUTER && tells(anchor)) {
        beside = Math.max(beside, agreement);
      }
      tally.add(
          anchor.precedes() ? "after" : "before",
          () -> Explanation.brief(site.unit().text(anchor.latest())),
          anchor.weight(),
          overtaken(anchor) ? Math.max(0, agreement) : agreement);
    }
    edges(slot, tally);
    double around = nesting.tell(slot, tally);
    if (Math.max(beside, around) < KNOWN && !nesting.onlyForLogging()) {
      tally.add("surroundings", () -> "nothing right around it corresponds", UNKNOWN, 0);
    }
    visibility
        .from(slot)
        .forEach(seen ->
            tally.add("variable", () -> "that it reads", seen ? 0.3 : 1.5, seen ? 1 : -0.6));
    if (visibility.declaredLater(slot)) {
      tally.add("variable", () -> "declared later", 4, -0.6);
    } else if (visibility.setLater(slot)) {
      tally.add("variable", () -> "set later", 1.5, -0.6);
    }
    kept.behind(slot)
        .ifPresent(gap -> tally.add(
            "variable", () -> "that was for it only", 1.5, slot.index() >= gap ? 1 : -0.6));
    remark.ifPresent(r -> tally.add("comment", () -> "before it", 2.5, r.in(slot) ? 1 : 0));
    return tally;
  }

  /** A statement such as {@code continue;} is everywhere. */
  private boolean tells(Anchor anchor) {
    return pairing.latestTokens(anchor.latest()).size() >= TELLING_TOKENS;
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
      if (older.isEmpty()) {
        older = wrapped(statement);
      }
      boolean output = Pairing.onlyLogs(site.unit(), statement) || Loggers.onlyPrints(statement);
      if (older.isEmpty() && output) {
        continue;
      }
      double share = older.isPresent() ? 1 : pairing.stillWritten(statement) ? 0.8 : 0.3;
      double trust = older.map(o -> trust(statement, o)).orElse(0.0);
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

  /** What the only statement of a lambda was that a neighbour consists of: it was a neighbour itself. */
  private Optional<Node> wrapped(Statement neighbour) {
    List<LambdaExpr> lambdas = neighbour.findAll(LambdaExpr.class);
    Optional<Statement> only = lambdas.size() == 1
        ? Optional.of(lambdas.get(0).getBody())
            .map(
                body -> body instanceof BlockStmt block && block.getStatements().size() == 1
                    ? block.getStatement(0)
                    : body)
        : Optional.empty();
    return only.flatMap(pairing::older)
        .filter(older -> pairing.similarity(only.get(), older) >= ALIKE)
        .filter(older -> older instanceof Statement
            && Nodes.enclosing(older, LambdaExpr.class).isEmpty()
            && Nodes.enclosing(older, ObjectCreationExpr.class).isEmpty()
            && !pairing.stillWritten(neighbour));
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

  private double trust(Statement statement, Node older) {
    double alike = pairing.similarity(statement, older);
    return alike < ALIKE && subjects.differ(statement, older)
        ? OTHER_SUBJECT * alike
        : 0.7 + 0.3 * alike;
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
        double trust = trust(statement, older.get());
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
      tally.add(
          "edge", () -> "first in its block", hasNeighbour(false) ? EDGE : FIRST, first(slot));
    }
    if (site.after().stream().allMatch(this::absentLog)) {
      tally.add(
          "edge", () -> "last in its block", hasNeighbour(true) ? EDGE : LAST, last(slot) ? 1 : 0);
    }
  }

  private double first(Slot slot) {
    List<Statement> above = slot.list().statements().subList(0, slot.index());
    if (above.stream().allMatch(Statement::isExplicitConstructorInvocationStmt)) {
      return 1;
    }
    boolean gone =
        above.stream().allMatch(s -> s.isExplicitConstructorInvocationStmt() || goneLog(slot, s));
    return gone ? NEARLY : 0;
  }

  private boolean last(Slot slot) {
    List<Statement> all = slot.list().statements();
    return all.subList(slot.index(), all.size()).stream().allMatch(s -> goneLog(slot, s));
  }

  /** A log statement of the older version that latest has no more. */
  private boolean goneLog(Slot slot, Statement statement) {
    return Loggers.checksForNothing(statement)
        || (Pairing.onlyLogs(slot.unit(), statement)
            && pairing.latest(statement).isEmpty());
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
}
