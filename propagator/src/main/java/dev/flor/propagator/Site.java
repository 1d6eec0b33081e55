package dev.flor.propagator;

import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Where a statement stands in the latest version. */
record Site(Unit unit, Statement statement, StatementList list, int index, Optional<Site> inner) {

  static Optional<Site> of(Unit unit, Statement statement) {
    return StatementList.holding(statement)
        .map(list -> new Site(unit, statement, list, list.indexOf(statement), Optional.empty()));
  }

  /** The place of a statement that is to be carried without the construct around it, which has this place. */
  Site holding(Site carried) {
    return new Site(unit, statement, list, index, Optional.of(carried));
  }

  /** What is carried from here. */
  Statement carried() {
    return inner.map(Site::carried).orElse(statement);
  }

  /** The statements before this one in its list, nearest first; those within the construct it is taken out of come first. */
  List<Statement> before() {
    List<Statement> before = new ArrayList<>(list.statements().subList(0, index));
    Collections.reverse(before);
    inner.ifPresent(site -> before.addAll(0, site.before()));
    return before;
  }

  /** The statements after this one in its list, nearest first. */
  List<Statement> after() {
    List<Statement> after =
        new ArrayList<>(list.statements().subList(index + 1, list.statements().size()));
    inner.ifPresent(site -> after.addAll(0, site.after()));
    return after;
  }
}
