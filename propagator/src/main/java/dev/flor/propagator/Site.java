package dev.flor.propagator;

import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Where a statement stands in the latest version. */
record Site(Unit unit, Statement statement, StatementList list, int index) {

  static Optional<Site> of(Unit unit, Statement statement) {
    return StatementList.holding(statement)
        .map(list -> new Site(unit, statement, list, list.indexOf(statement)));
  }

  /** The statements before this one in its list, nearest first. */
  List<Statement> before() {
    List<Statement> before = new ArrayList<>(list.statements().subList(0, index));
    Collections.reverse(before);
    return before;
  }

  /** The statements after this one in its list, nearest first. */
  List<Statement> after() {
    return list.statements().subList(index + 1, list.statements().size());
  }
}
