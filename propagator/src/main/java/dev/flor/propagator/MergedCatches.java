package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;

/** A clause of latest that catches several types may have been several clauses: a statement in it stood in all of them, or in one. */
final class MergedCatches {
  private MergedCatches() {}

  /** The beginning of another clause of the older version that catches one of the types. */
  static Optional<Slot> other(Site site, Slot slot) {
    Optional<CatchClause> latest = clause(site.list().owner());
    Optional<CatchClause> older = clause(slot.list().owner());
    if (latest.isEmpty() || older.isEmpty()) {
      return Optional.empty();
    }
    List<String> types = types(latest.get());
    return older
        .get()
        .getParentNode()
        .map(attempt -> ((TryStmt) attempt).getCatchClauses())
        .flatMap(clauses -> clauses.stream()
            .filter(clause -> !Nodes.same(clause, older.get()))
            .filter(clause -> types.size() > 1
                && types.containsAll(types(clause))
                && types.containsAll(types(older.get())))
            .findFirst())
        .flatMap(clause -> StatementList.of(clause.getBody()))
        .map(list -> new Slot(slot.unit(), list, 0));
  }

  private static Optional<CatchClause> clause(Node owner) {
    return owner instanceof CatchClause clause ? Optional.of(clause) : Optional.empty();
  }

  private static List<String> types(CatchClause clause) {
    Type type = clause.getParameter().getType();
    return type.isUnionType()
        ? type.asUnionType().getElements().stream().map(Type::asString).toList()
        : List.of(type.asString());
  }
}
