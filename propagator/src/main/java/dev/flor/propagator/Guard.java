package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Optional;

/** An {@code if} that holds nothing but log statements belongs to them: it travels along where the older version lacks it. */
final class Guard {
  private static final double SAME_CONDITION = 0.8;

  private Guard() {}

  /** The site of the whole {@code if}, if a statement is alone in one that the older version lacks; else its own site. */
  static Site widened(Site site, Pairing pairing) {
    return guard(site)
        .or(() -> levelCheck(site))
        .filter(guard -> !checksStill(guard, pairing))
        .flatMap(guard -> Site.of(site.unit(), guard)
            .map(outer -> goesAlong(guard, site) ? outer : outer.holding(site)))
        .map(outer -> widened(outer, pairing))
        .orElse(site);
  }

  /** A check of the level around the statement and others, which does not need it. */
  private static Optional<IfStmt> levelCheck(Site site) {
    return site.list().owner() instanceof IfStmt check
            && Loggers.onlyLogs(site.statement())
            && Loggers.guards(check)
            && inList(check)
        ? Optional.of(check)
        : Optional.empty();
  }

  /** Several statements behind one check of a logger's level go one by one; none of them needs it. */
  private static boolean goesAlong(IfStmt guard, Site site) {
    return site.list().statements().size() == 1 || !Loggers.guards(guard);
  }

  private static Optional<IfStmt> guard(Site site) {
    boolean alone = site.list().statements().stream()
        .allMatch(s -> Nodes.same(s, site.statement()) || Pairing.onlyLogs(site.unit(), s));
    Node owner = site.list().owner();
    return alone && owner instanceof IfStmt guard && guard.getElseStmt().isEmpty() && inList(guard)
        ? Optional.of(guard)
        : Optional.empty();
  }

  private static boolean inList(Statement statement) {
    return StatementList.holding(statement)
        .filter(list ->
            list.kind() == StatementList.Kind.BLOCK || list.kind() == StatementList.Kind.GROUP)
        .isPresent();
  }

  /** Whether a place of the older version is behind the same check; one of a logger's level says little. */
  static boolean stands(Statement guard, Slot slot, Pairing pairing) {
    return guard instanceof IfStmt check
        && !Loggers.guards(check)
        && slot.list().owner() instanceof IfStmt older
        && Nodes.within(slot.list().node(), older.getThenStmt())
        && pairing.similarity(check.getCondition(), older.getCondition()) >= SAME_CONDITION;
  }

  /** Whether the older version has the check, too: of a level, if it is there for something that latest has behind it. */
  private static boolean checksStill(IfStmt guard, Pairing pairing) {
    if (Loggers.guards(guard)) {
      return guard.getThenStmt().findAll(Statement.class, s -> !s.isBlockStmt()).stream()
          .flatMap(statement -> pairing.older(statement).stream())
          .anyMatch(kept ->
              Nodes.enclosing(kept, IfStmt.class).filter(Loggers::guards).isPresent());
    }
    return pairing
        .aligned(guard)
        .filter(older -> older instanceof IfStmt other
            && pairing.similarity(guard.getCondition(), other.getCondition()) >= SAME_CONDITION)
        .isPresent();
  }
}
