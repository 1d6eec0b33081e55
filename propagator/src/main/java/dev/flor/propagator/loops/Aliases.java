package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.flor.propagator.loops.MainLoops.MainLoop;
import dev.flor.propagator.loops.TypeFamilies.Field;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** Names outside of what is enrolled for something inside of it, beside the opening of the checkpointing. */
final class Aliases {
  private final Findings findings;
  private final MainLoop main;
  private final Enrolment enrolment;
  private final NavigableSet<Root> enrolled;

  Aliases(Findings findings, MainLoop main, Enrolment enrolment) {
    this.findings = findings;
    this.main = main;
    this.enrolment = enrolment;
    this.enrolled = enrolment.in(main.opening().in());
  }

  /** The first in the order of the text. */
  Optional<String> first() {
    Node code = main.opening().in().node();
    for (VariableDeclarator variable : code.findAll(VariableDeclarator.class)) {
      Optional<Expression> value = variable.getInitializer();
      if (value.isPresent()
          && isOutside(variable)
          && !isEnrolled(variable)
          && isPart(value.get())) {
        return Optional.of(variable.getNameAsString());
      }
    }
    for (AssignExpr assign : code.findAll(AssignExpr.class)) {
      if (isOutside(assign) && isPart(assign.getValue()) && !isEnrolled(assign.getTarget())) {
        return Optional.of(assign.getTarget().toString());
      }
    }
    return given(code).or(this::keptInStatic);
  }

  /** A static field that is set to something that was made elsewhere: it may be a part of what is enrolled. */
  private Optional<String> keptInStatic() {
    return findings.project.files().stream()
        .flatMap(file -> file.tree().unit().findAll(AssignExpr.class, this::keeps).stream())
        .map(assign -> assign.getTarget().toString())
        .findFirst();
  }

  private boolean keeps(AssignExpr assign) {
    Expression target = assign.getTarget();
    boolean isStatic = target instanceof NameExpr name
        ? findings.types.local(name).isEmpty()
            && findings.types.field(name).filter(Field::isStatic).isPresent()
        : target instanceof FieldAccessExpr access && findings.types.isType(access.getScope());
    Expression value = assign.getValue();
    boolean made = value.isObjectCreationExpr()
        || value.isArrayCreationExpr()
        || value.isLiteralExpr()
        || value.isLambdaExpr();
    return isStatic && !made && !findings.types.isValue(value) && !isEnrolled(target);
  }

  private boolean isOutside(Node node) {
    return !Lookup.within(node, main.loop());
  }

  /** Reached through something enrolled, and no value. */
  private boolean isPart(Expression value) {
    return !findings.types.isValue(value)
        && path(value).filter(root -> isWhole(root)).isEmpty()
        && !(value instanceof LambdaExpr)
        && !(value instanceof MethodCallExpr call && FlorCalls.isFlor(call))
        && (value.findFirst(NameExpr.class, this::isEnrolled).isPresent()
            || value.findFirst(ThisExpr.class, this::isEnrolled).isPresent());
  }

  /** What is itself restored by its name. */
  private boolean isWhole(Root root) {
    return enrolment.given().contains(root);
  }

  private boolean isEnrolled(Expression expression) {
    return path(expression).filter(root -> Enrolment.covers(enrolled, root)).isPresent();
  }

  private Optional<Root> path(Expression expression) {
    return enrolment.path(expression);
  }

  /** A variable that was put into something enrolled, and is used later. */
  private Optional<String> given(Node code) {
    for (NameExpr name : code.findAll(NameExpr.class, this::isHandedOver)) {
      Optional<Node> declaration = findings.types.local(name);
      boolean used = declaration.isPresent()
          && findings
              .types
              .declared(declaration.get())
              .filter(findings.types::isValue)
              .isEmpty()
          && code.findFirst(
                  NameExpr.class, other -> isUse(other, declaration.get()) && isAfter(other))
              .isPresent();
      if (used) {
        return Optional.of(name.getNameAsString());
      }
    }
    return Optional.empty();
  }

  private boolean isUse(NameExpr name, Node declaration) {
    return findings.types.local(name).filter(d -> Lookup.same(d, declaration)).isPresent();
  }

  private boolean isAfter(Node node) {
    SourceFile file = findings.project.file(node);
    return file.start(node) > file.start(main.opening().call());
  }

  /** As an argument or a value, beside the name of something enrolled, before the loop. */
  private boolean isHandedOver(NameExpr name) {
    if (isAfter(name) || isEnrolled(name)) {
      return false;
    }
    Node parent = name.getParentNode().orElse(null);
    if (parent instanceof AssignExpr assign) {
      return Lookup.same(assign.getValue(), name)
          && path(assign.getTarget()).isPresent()
          && isEnrolled(assign.getTarget());
    }
    if (parent instanceof MethodCallExpr call && isAmong(name, call.getArguments())) {
      return call.getScope().filter(this::isPartOrWhole).isPresent();
    }
    return parent instanceof ObjectCreationExpr creation
        && isAmong(name, creation.getArguments())
        && isOfEnrolled(creation);
  }

  private boolean isOfEnrolled(Node node) {
    Node at = node;
    while (at != null && !(at instanceof VariableDeclarator)) {
      at = at.getParentNode().orElse(null);
    }
    return at instanceof VariableDeclarator variable && isEnrolled(variable);
  }

  private boolean isEnrolled(VariableDeclarator variable) {
    return isWhole(findings.project.root(variable, variable.getNameAsString()));
  }

  private boolean isPartOrWhole(Expression scope) {
    return scope.findFirst(NameExpr.class, this::isEnrolled).isPresent();
  }

  private static boolean isAmong(NameExpr name, List<Expression> arguments) {
    return arguments.stream().anyMatch(argument -> Lookup.same(argument, name));
  }
}
