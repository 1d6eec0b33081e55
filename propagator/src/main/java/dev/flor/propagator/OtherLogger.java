package dev.flor.propagator;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Warns where the older file's logger is one of another library, which does not understand the call as it is written. */
final class OtherLogger {
  private static final Set<String> FILLING_IN = Set.of("slf4j", "log4j2");
  private static final SortedMap<String, StatementPatterns> LIBRARIES = StatementPatterns.each();

  private final LoggerNames names;
  private final Receivers latest;
  private final Receivers older;

  OtherLogger(Project project) {
    this.names = new LoggerNames(new Inherited(project));
    this.latest = new Receivers(project.latestTypes());
    this.older = new Receivers(project.olderTypes());
  }

  /** One warning at most, for the first such call in a statement of latest. */
  Optional<String> warning(Node statement, Ground ground) {
    return statement.findAll(MethodCallExpr.class, Loggers::logs).stream()
        .flatMap(call -> warning(call, ground).stream())
        .findFirst();
  }

  private Optional<String> warning(MethodCallExpr call, Ground ground) {
    Optional<String> name = call.getScope()
        .filter(scope -> scope.isNameExpr())
        .flatMap(scope -> names.older(scope, scope.asNameExpr().getNameAsString(), ground));
    Optional<Binding> there = name.flatMap(ground::variable);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    List<String> types = older.typesOf(ground.older(), there.get());
    String called = call.getNameAsString();
    Set<String> known = libraries(latest.of(ground.latest(), call), "*");
    Set<String> libraries = libraries(types, "*");
    if (known.isEmpty() || libraries.isEmpty() || libraries.stream().anyMatch(known::contains)) {
      return Optional.empty();
    }
    String begins =
        "other-logger: " + name.get() + " is of " + String.join(" or ", libraries) + " here, ";
    if (libraries(types, called).isEmpty()) {
      return Optional.of(begins + "which has no " + called + "(...)");
    }
    boolean placeholder = call.getArguments().size() > 1
        && !call.findAll(StringLiteralExpr.class, text -> text.asString().contains("{}"))
            .isEmpty();
    return placeholder && libraries.stream().noneMatch(FILLING_IN::contains)
        ? Optional.of(begins + "which does not fill in {}")
        : Optional.empty();
  }

  /** The sets whose loggers have one of these types, and a method of this name; any, for a star. */
  private static Set<String> libraries(Iterable<String> types, String method) {
    Set<String> qualified = new TreeSet<>();
    types.forEach(qualified::add);
    qualified.remove(Receivers.SOME_LOGGER);
    Set<String> found = new TreeSet<>();
    LIBRARIES.forEach((set, patterns) -> {
      boolean has = method.equals("*")
          ? List.of("info", "log").stream().anyMatch(m -> patterns.match(qualified, m, 1))
          : patterns.match(qualified, method, 1);
      if (has) {
        found.add(set);
      }
    });
    return found;
  }
}
