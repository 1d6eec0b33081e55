package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the outermost loops that run while a checkpointing is open, in its own code or in code it calls. */
final class MainLoops {
  private final Project project;
  private final Calls calls;
  private final Set<Integer> visited = new TreeSet<>();
  private final List<MainLoop> found = new ArrayList<>();

  private MainLoops(Project project, Calls calls) {
    this.project = project;
    this.calls = calls;
  }

  /** {@code repeated}: it may run more than once in a run of the program. */
  record MainLoop(ForEachStmt loop, Callable in, Opening opening, boolean repeated) {}

  static List<MainLoop> of(Project project, Calls calls) {
    MainLoops search = new MainLoops(project, calls);
    for (Opening opening : Opening.all(project)) {
      boolean repeated = search.isRepeated(opening.call(), opening.in(), new TreeSet<>());
      opening.region().forEach(node -> search.collect(node, opening, opening.in(), repeated));
    }
    return search.found;
  }

  private void collect(Node region, Opening opening, Callable in, boolean repeated) {
    List<ForEachStmt> outermost = FlorCalls.outermost(region);
    for (ForEachStmt loop : outermost) {
      found.add(new MainLoop(loop, in, opening, repeated || isInLoop(loop, in.node())));
    }
    for (MethodCallExpr call : region.findAll(MethodCallExpr.class)) {
      if (!FlorCalls.isFlor(call) && FlorCalls.enclosing(call, region).isEmpty()) {
        for (Callable callee : calls.of(call)) {
          boolean here = callee.isFunction() && Lookup.within(callee.node(), region);
          if (!here && visited.add(callee.number())) {
            collect(callee.node(), opening, callee, repeated || isInLoop(call, in.node()));
          }
        }
      }
    }
  }

  /** Whether a node stands in a loop, or its code is called from within one, or twice by one caller. */
  private boolean isRepeated(Node node, Callable in, Set<Integer> seen) {
    if (isInLoop(node, in.node())) {
      return true;
    }
    if (!seen.add(in.number())) {
      return false;
    }
    for (Callable caller : project.callables()) {
      List<MethodCallExpr> sites = caller
          .node()
          .findAll(MethodCallExpr.class, call -> call.getNameAsString().equals(in.name()))
          .stream()
          .filter(call -> calls.of(call).contains(in))
          .toList();
      if (sites.size() > 1 || sites.stream().anyMatch(site -> isRepeated(site, caller, seen))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInLoop(Node node, Node limit) {
    for (Node at = node.getParentNode().orElse(limit);
        !Lookup.same(at, limit) && at.getParentNode().isPresent();
        at = at.getParentNode().get()) {
      if (at instanceof ForStmt
          || at instanceof ForEachStmt
          || at instanceof WhileStmt
          || at instanceof DoStmt
          || at instanceof LambdaExpr) {
        return true;
      }
    }
    return false;
  }
}
