package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the local variables that a statement reads can be seen where it might go. */
final class Visibility {
  private static final int UNKNOWN = -1;

  private final Set<String> locals = new LinkedHashSet<>();
  private final IdentityHashMap<Node, Set<String>> declared = new IdentityHashMap<>();
  private final IdentityHashMap<Node, int[]> firsts = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Integer> lastSet = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Integer> declaredBefore = new IdentityHashMap<>();

  /** Those that the statements after the statement do not set. */
  private final Set<String> settled = new LinkedHashSet<>();

  Visibility(Site site) {
    Statement statement = site.carried();
    for (NameExpr name : statement.findAll(NameExpr.class)) {
      Scope.variable(site.unit(), name.getNameAsString(), name)
          .filter(binding -> !binding.field() && !Nodes.within(binding.node(), statement))
          .ifPresent(binding -> locals.add(binding.name()));
    }
    for (String name : locals) {
      if (!setWithin(site.list().statements(), site.index() + 1, name)) {
        settled.add(name);
      }
    }
  }

  /** For each variable that the older member has: whether it can be seen from the slot. */
  List<Boolean> from(Slot slot) {
    int[] first = firsts.computeIfAbsent(slot.list().node(), node -> firsts(slot));
    List<Boolean> seen = new ArrayList<>();
    for (int from : first) {
      if (from != UNKNOWN) {
        seen.add(from <= slot.index());
      }
    }
    return seen;
  }

  /** For each variable the first gap of the list from which it can be seen: it can from all that follow, too. */
  private int[] firsts(Slot slot) {
    Optional<Node> member = Pairing.member(slot.list().node());
    return locals.stream()
        .mapToInt(
            name -> member.filter(m -> declares(m, name)).isPresent() ? first(slot, name) : UNKNOWN)
        .toArray();
  }

  private static int first(Slot slot, String name) {
    int from = 0;
    int to = slot.list().statements().size() + 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      boolean seen = Scope.variable(new Slot(slot.unit(), slot.list(), middle), name)
          .filter(b -> !b.field())
          .isPresent();
      from = seen ? from : middle + 1;
      to = seen ? middle : to;
    }
    return from;
  }

  /** Whether a variable gets its value after the slot, which in latest has it when the statement reads it. */
  boolean setLater(Slot slot) {
    return slot.index()
        <= lastSet.computeIfAbsent(slot.list().node(), node -> lastSet(slot.list()));
  }

  /** The last statement of a list that sets one of the variables. */
  private int lastSet(StatementList list) {
    for (int i = list.statements().size() - 1; i >= 0 && !settled.isEmpty(); i--) {
      int at = i;
      if (settled.stream().anyMatch(name -> sets(list.statements().get(at), name))) {
        return i;
      }
    }
    return UNKNOWN;
  }

  /** Whether a variable that the statement reads is declared after the slot, in the same list. */
  boolean declaredLater(Slot slot) {
    return slot.index()
        < declaredBefore.computeIfAbsent(slot.list().node(), node -> declaredBefore(slot));
  }

  /** The first gap of a list behind all declarations in it that the statement needs. */
  private int declaredBefore(Slot slot) {
    return locals.stream()
        .filter(name ->
            slot.list().statements().stream().anyMatch(statement -> declaresHere(statement, name)))
        .mapToInt(name -> first(slot, name))
        .max()
        .orElse(0);
  }

  private static boolean declaresHere(Statement statement, String name) {
    return statement instanceof ExpressionStmt plain
        && plain.getExpression() instanceof VariableDeclarationExpr declared
        && declared.getVariables().stream().anyMatch(v -> v.getNameAsString().equals(name));
  }

  private static boolean setWithin(List<Statement> statements, int from, String name) {
    return statements.subList(from, statements.size()).stream()
        .anyMatch(statement -> sets(statement, name));
  }

  private static boolean sets(Statement statement, String name) {
    return statement
        .findFirst(AssignExpr.class, set -> set.getTarget().toString().equals(name))
        .isPresent();
  }

  private boolean declares(Node member, String name) {
    return declared.computeIfAbsent(member, Visibility::names).contains(name);
  }

  private static Set<String> names(Node member) {
    Set<String> names = new HashSet<>();
    member.walk(node -> {
      if (node instanceof VariableDeclarator || node instanceof Parameter) {
        names.add(((NodeWithSimpleName<?>) node).getNameAsString());
      }
    });
    return names;
  }
}
