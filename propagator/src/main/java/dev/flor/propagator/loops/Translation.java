package dev.flor.propagator.loops;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns a callee's roots into its caller's. */
record Translation(
    Project project, Callable callee, Set<Root> receiver, List<Set<Root>> arguments) {
  Set<Root> of(Root root) {
    if (root.isHeld()) {
      return held(of(root.through(Root.ELEMENT)));
    }
    if (root.isThis()) {
      return ofThis(root);
    }
    if (callee.node() instanceof MethodReferenceExpr reference
        && Callable.given(callee.file(), reference).base().equals(root.base())) {
      Set<Root> given = new TreeSet<>();
      arguments.forEach(given::addAll);
      return through(given, root.field());
    }
    List<Parameter> parameters = callee.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (project.root(parameter, parameter.getNameAsString()).base().equals(root.base())) {
        return through(given(i), root.field());
      }
    }
    return Set.of(root);
  }

  /** Nobody knows whose {@code this} a function has kept; the constants of an enum belong to no one. */
  private Set<Root> ofThis(Root root) {
    if (callee.isFunction()) {
      return Set.of(Root.UNKNOWN);
    }
    return project.types().isChangingEnum(callee.owner())
        ? Set.of(Root.statics(callee.owner()))
        : through(receiver, root.field());
  }

  /** What a parameter stands for; the last of a variable number stands for all that follow. */
  private Set<Root> given(int parameter) {
    Set<Root> given = new TreeSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (callee.parameterOf(i) == parameter) {
        given.addAll(arguments.get(i));
      }
    }
    return given;
  }

  static Set<Root> held(Set<Root> roots) {
    Set<Root> held = new TreeSet<>();
    roots.forEach(root -> held.add(root.held()));
    return held;
  }

  static Set<Root> through(Set<Root> roots, String field) {
    Set<Root> further = new TreeSet<>();
    roots.forEach(root -> further.add(root.through(field)));
    return further;
  }
}
