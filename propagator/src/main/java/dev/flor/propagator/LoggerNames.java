package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the older file calls its logger. */
final class LoggerNames {
  private LoggerNames() {}

  /** The logger that is visible on the ground; empty if the older file has none. */
  static Optional<String> older(String wanted, Ground ground) {
    return ground
        .variable(wanted)
        .map(Binding::name)
        .or(() -> declared(ground))
        .or(() -> used(ground.older(), wanted));
  }

  /** {@code T.LOG} is just {@code LOG} within {@code T}. */
  static Optional<String> unqualified(FieldAccessExpr access, Ground ground) {
    if (!(access.getScope() instanceof NameExpr type)
        || !Loggers.isName(access.getNameAsString())
        || !Loggers.isReceiver(access)) {
      return Optional.empty();
    }
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> around
          && around.getNameAsString().equals(type.getNameAsString())) {
        return older(access.getNameAsString(), ground);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> declared(Ground ground) {
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      Optional<String> own = Scope.fields(at).stream()
          .filter(field -> field.type().filter(Loggers::isType).isPresent())
          .map(Binding::name)
          .filter(name -> ground.variable(name).isPresent())
          .min(Comparator.comparing((String name) -> !Loggers.isName(name)));
      if (own.isPresent()) {
        return own;
      }
    }
    return Optional.empty();
  }

  /** One that is inherited or imported, told by its use; the wanted name itself, if that is used. */
  private static Optional<String> used(Unit unit, String wanted) {
    Map<String, Integer> counts = new TreeMap<>();
    for (NameExpr name : unit.tree().unit().findAll(NameExpr.class, Loggers::isReceiver)) {
      boolean undeclared = Scope.variable(unit, name.getNameAsString(), name).isEmpty();
      if (undeclared && Loggers.isName(name.getNameAsString())) {
        counts.merge(name.getNameAsString(), 1, Integer::sum);
      }
    }
    for (MethodCallExpr asked :
        unit.tree().unit().findAll(MethodCallExpr.class, Loggers::isReceiver)) {
      if (asked.getScope().isEmpty() && Loggers.isName(asked.getNameAsString())) {
        counts.merge(unit.text(asked), 1, Integer::sum);
      }
    }
    return counts.containsKey(wanted)
        ? Optional.of(wanted)
        : counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
