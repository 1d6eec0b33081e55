package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.SortedMap;
import java.util.TreeMap;

/** What stands in the older version where latest uses a variable. */
final class Votes {
  private final Cargo cargo;

  Votes(Cargo cargo) {
    this.cargo = cargo;
  }

  /** How often which visible variable stands for the wanted one. */
  SortedMap<String, Integer> of(Binding wanted, Ground ground) {
    SortedMap<String, Integer> votes = new TreeMap<>();
    Unit latest = ground.latest();
    for (NameExpr use : Scope.uses(wanted, latest.tree().unit(), latest)) {
      if (!travels(use)) {
        ground
            .pairing()
            .opposite(use)
            .filter(NameExpr.class::isInstance)
            .map(node -> ((NameExpr) node).getNameAsString())
            .filter(name -> newer(name, use, ground))
            .ifPresent(name -> votes.merge(name, 1, Integer::sum));
      }
    }
    return votes;
  }

  /** Whether a use is in what is carried: nothing in the older version stands for it. */
  private boolean travels(Node use) {
    for (Node at = use; at != null; at = at.getParentNode().orElse(null)) {
      if (cargo.takes(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a visible variable of the older version is not one that latest has under its own name, too. */
  private static boolean newer(String name, Node use, Ground ground) {
    return ground
        .variable(name)
        .filter(b -> ground.pairing().latest(b.node()).isEmpty()
            || Scope.variable(ground.latest(), name, use).isEmpty())
        .isPresent();
  }
}
