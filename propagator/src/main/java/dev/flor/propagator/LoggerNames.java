package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the older file calls its logger. */
final class LoggerNames {
  /** What Lombok's annotations call the logger that they declare. */
  private static final String GENERATED = "log";

  private static final Set<String> GENERATING = Set.of(
      "Slf4j",
      "XSlf4j",
      "Log",
      "Log4j",
      "Log4j2",
      "CommonsLog",
      "JBossLog",
      "Flogger",
      "CustomLog");

  private final Inherited inherited;

  LoggerNames(Inherited inherited) {
    this.inherited = inherited;
  }

  /** The logger that is visible on the ground; empty if the older version has none there. */
  Optional<String> older(Expression receiver, String wanted, Ground ground) {
    Optional<Binding> latest = Scope.variable(ground.latest(), wanted, receiver);
    return ground
        .variable(wanted)
        .filter(variable -> TypeText.compatible("Logger", variable.type().orElse("Logger")))
        .map(Binding::name)
        .or(() -> generated(ground))
        .or(() -> latest.isEmpty() && inherited.variable(wanted, ground)
            ? Optional.of(wanted)
            : Optional.empty())
        .or(() -> declared(latest.flatMap(Binding::type), ground))
        .or(() -> inherited.logger(ground))
        .or(() -> used(ground.older(), wanted));
  }

  /** {@code T.LOG} is just {@code LOG} within {@code T}. */
  Optional<String> unqualified(FieldAccessExpr access, Ground ground) {
    if (!(access.getScope() instanceof NameExpr type)
        || !Loggers.isName(access.getNameAsString())
        || !Loggers.isReceiver(access)) {
      return Optional.empty();
    }
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> around
          && around.getNameAsString().equals(type.getNameAsString())) {
        return older(access, access.getNameAsString(), ground);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> generated(Ground ground) {
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof TypeDeclaration<?> type
          && type.getAnnotations().stream()
              .anyMatch(a -> GENERATING.contains(a.getName().getIdentifier()))) {
        return Optional.of(GENERATED);
      }
    }
    return Optional.empty();
  }

  /** A field around the ground: best of the type that latest's logger has, and called as loggers are. */
  private static Optional<String> declared(Optional<String> latestType, Ground ground) {
    for (Node at = ground.node(); at != null; at = at.getParentNode().orElse(null)) {
      List<Binding> loggers = Scope.fields(at).stream()
          .filter(Loggers::isLogger)
          .filter(field -> ground.variable(field.name()).isPresent())
          .toList();
      Optional<String> best = loggers.stream()
          .min(Comparator.comparing((Binding field) -> !sameType(field.type(), latestType))
              .thenComparing(field -> !Loggers.isPlainName(field.name()))
              .thenComparing(field -> !Loggers.isName(field.name())))
          .map(Binding::name);
      if (best.isPresent()) {
        return best;
      }
    }
    return Optional.empty();
  }

  private static boolean sameType(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.map(TypeText::erased).equals(other.map(TypeText::erased));
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
