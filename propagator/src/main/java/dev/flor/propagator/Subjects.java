package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells code about one variable from the same code about another. {@code if (timeout == 0)} is not what {@code if (limit == 0)} was
 * if latest has a {@code limit}, too: that has its own code there, or had it. If latest has none, the variable may have been renamed.
 */
final class Subjects {
  private final Unit latest;
  private final Node place;

  /** Variables are looked for where a statement of latest stands. */
  Subjects(Unit latest, Node place) {
    this.latest = latest;
    this.place = place;
  }

  /** Whether two pieces of code have no variable in common, though all of the older one's are known where the statement stands. */
  boolean differ(Node latestCode, Node olderCode) {
    Set<String> now = variables(latestCode);
    Set<String> then = variables(olderCode);
    return !now.isEmpty()
        && !then.isEmpty()
        && then.stream().noneMatch(now::contains)
        && then.stream().allMatch(this::known);
  }

  private boolean known(String name) {
    return Scope.variable(latest, name, place).isPresent();
  }

  private static Set<String> variables(Node code) {
    Set<String> names = new TreeSet<>();
    for (NameExpr name : code.findAll(NameExpr.class)) {
      if (!names.contains(name.getNameAsString()) && isVariable(name)) {
        names.add(name.getNameAsString());
      }
    }
    code.findAll(FieldAccessExpr.class, access -> access.getScope() instanceof ThisExpr)
        .forEach(access -> names.add(access.getNameAsString()));
    return names;
  }

  /** By convention a variable that may change; a constant has no code of its own. */
  private static boolean isVariable(NameExpr name) {
    char first = name.getNameAsString().charAt(0);
    return Character.isLowerCase(first) || first == '_';
  }
}
