package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a gap between statements looks like; two gaps that look alike cannot be told apart. */
final class Looks {
  private Looks() {}

  /** The two neighbours, log statements aside, and the headers, as text. */
  static List<String> of(Unit unit, StatementList list, int before, int after) {
    List<String> looks = beside(unit, list, before, after);
    for (Header header : Header.around(unit, list)) {
      looks.add(header.role() + String.join(" ", header.tokens()));
      if (header.owner() instanceof CatchClause handler) {
        looks.add(tried(unit, handler));
      }
    }
    return looks;
  }

  /** The same of a gap within a member, whatever that is called and takes. */
  static List<String> inside(Slot gap) {
    List<String> looks = beside(gap.unit(), gap.list(), gap.index(), gap.index());
    for (Header header : Header.around(gap.unit(), gap.list())) {
      looks.add(header.member() ? "member" : header.role() + String.join(" ", header.tokens()));
    }
    return looks;
  }

  private static List<String> beside(Unit unit, StatementList list, int before, int after) {
    List<Statement> all = list.statements();
    int from = before - 1;
    while (from >= 0 && Pairing.onlyLogs(unit, all.get(from))) {
      from--;
    }
    int to = after;
    while (to < all.size() && Pairing.onlyLogs(unit, all.get(to))) {
      to++;
    }
    List<String> looks = new ArrayList<>();
    looks.add(from < 0 ? "{" : String.join(" ", Tokens.of(unit.text(all.get(from)))));
    looks.add(to >= all.size() ? "}" : String.join(" ", Tokens.of(unit.text(all.get(to)))));
    if (from < 0 && to >= all.size()) {
      looks.addAll(context(unit, list));
    }
    return looks;
  }

  /** Handlers of one exception are told apart by what they are to mend. */
  private static String tried(Unit unit, CatchClause handler) {
    return handler
        .getParentNode()
        .filter(TryStmt.class::isInstance)
        .map(attempt -> unit.text(((TryStmt) attempt).getTryBlock()))
        .map(text -> String.join(" ", Tokens.of(text)))
        .orElse("");
  }

  /** What tells a list with nothing in it from another: the neighbours of the statement it belongs to, and what is tried. */
  private static List<String> context(Unit unit, StatementList list) {
    for (Node at = list.owner();
        at.getParentNode().isPresent();
        at = at.getParentNode().get()) {
      Optional<StatementList> outer =
          at instanceof Statement statement ? StatementList.holding(statement) : Optional.empty();
      if (outer.isPresent()) {
        int index = outer.get().indexOf(at);
        Slot gap = new Slot(unit, outer.get(), index);
        Slot next = new Slot(unit, outer.get(), index + 1);
        String tried = at instanceof TryStmt attempt ? unit.text(attempt.getTryBlock()) : "";
        return List.of(
            String.join(" ", Tokens.of(gap.before().map(unit::text).orElse("{"))),
            String.join(" ", Tokens.of(tried)),
            String.join(" ", Tokens.of(next.after().map(unit::text).orElse("}"))));
      }
    }
    return List.of();
  }
}
