package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the local variables that a statement reads can be seen where it might go. */
final class Visibility {
  private final Set<String> locals = new LinkedHashSet<>();

  Visibility(Unit latest, Statement statement) {
    for (NameExpr name : statement.findAll(NameExpr.class)) {
      Scope.variable(latest, name.getNameAsString(), name)
          .filter(binding -> !binding.field() && !Nodes.within(binding.node(), statement))
          .ifPresent(binding -> locals.add(binding.name()));
    }
  }

  /** For each variable that the older member has: whether it can be seen from the slot. */
  List<Boolean> from(Slot slot) {
    Optional<Node> member = Pairing.member(slot.list().node());
    List<Boolean> seen = new ArrayList<>();
    for (String name : locals) {
      if (member.filter(m -> declares(m, name)).isPresent()) {
        seen.add(Scope.variable(slot, name).filter(b -> !b.field()).isPresent());
      }
    }
    return seen;
  }

  private static boolean declares(Node member, String name) {
    return member
        .findFirst(
            Node.class,
            node -> (node instanceof VariableDeclarator || node instanceof Parameter)
                && ((NodeWithSimpleName<?>) node).getNameAsString().equals(name))
        .isPresent();
  }
}
