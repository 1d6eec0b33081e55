package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the items of the main loop come about. Those before the first turn that is served are drawn and dropped, while the state is still
 * that of the beginning: what they are, and what drawing them leaves behind, must not depend on what the turns do.
 */
final class Drawing {
  private final Findings findings;
  private final Expression items;

  Drawing(Findings findings, ForEachStmt loop) {
    this.findings = findings;
    MethodCallExpr call = (MethodCallExpr) loop.getIterable();
    this.items = call.getArgument(call.getArguments().size() - 1);
  }

  /** Whether code of the program draws them, of which it is not known what it reads. */
  boolean mayDependOnTurns() {
    return (!isKnown() && iteratesItself()) || functions().stream().anyMatch(this::readsMore);
  }

  private boolean iteratesItself() {
    return !findings.project.named("next").isEmpty()
        || !findings.project.named("iterator").isEmpty();
  }

  private boolean isKnown() {
    if (items instanceof MethodCallExpr call
        && (FlorCalls.isFlor(call)
            || (Reads.isView(call.getNameAsString()) && findings.calls.of(call).isEmpty()))) {
      return true;
    }
    return findings
        .types
        .of(items)
        .filter(type -> Types.plain(type).endsWith("Stream")
            || (Library.iteratesFreely(type) && !Types.plain(type).equals("Iterable")))
        .isPresent();
  }

  /** Those in the items as they are written, or in what the variable was set to that stands for them. */
  private List<Node> functions() {
    Optional<Expression> made = items instanceof NameExpr name
        ? findings
            .types
            .local(name)
            .filter(VariableDeclarator.class::isInstance)
            .flatMap(variable -> ((VariableDeclarator) variable).getInitializer())
        : Optional.empty();
    List<Node> functions = new ArrayList<>();
    made.orElse(items).walk(node -> {
      if (node instanceof LambdaExpr || node instanceof MethodReferenceExpr) {
        functions.add(node);
      }
    });
    return functions;
  }

  /** Whether a function reads anything but what it is given and numbers that cannot change. */
  private boolean readsMore(Node function) {
    if (function instanceof MethodReferenceExpr reference) {
      return !Library.isPureClass(Types.plain(reference.getScope().toString()))
          || !findings.calls.of(reference).isEmpty();
    }
    return function.findFirst(ThisExpr.class).isPresent()
        || function
            .findFirst(NameExpr.class, name -> !isConstant(name, function))
            .isPresent()
        || function
            .findFirst(
                MethodCallExpr.class,
                call -> !findings.calls.of(call).isEmpty()
                    || (call.getScope().isEmpty()
                        && LibraryEffects.importedFrom(call).isEmpty()))
            .isPresent();
  }

  /** Its own variables and parameters, and values around it, which are final. */
  private boolean isConstant(NameExpr name, Node function) {
    Optional<Node> local = findings.types.local(name);
    if (local.isPresent()) {
      return Lookup.within(local.get(), function)
          || findings
              .types
              .declared(local.get())
              .filter(findings.types::isValue)
              .isPresent();
    }
    return findings.types.isType(name);
  }
}
