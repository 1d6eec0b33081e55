package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.flor.propagator.ProbeSite;
import dev.flor.propagator.ReplayNeeds.Phase;
import dev.flor.propagator.loops.MainLoops.MainLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** When the probes run: before the main loop, in it, after it. In doubt at any time. */
final class Phases {
  private static final List<Phase> ALL = List.of(Phase.values());

  private final Findings findings;
  private final MainLoop main;
  private final List<Link> chain = new ArrayList<>();
  private final Map<Phase, Collection<Callable>> called = new EnumMap<>(Phase.class);

  /** The main loop, or the only call that leads to it, in the code that it stands in. */
  private record Link(Callable in, Node at) {}

  private Phases(Findings findings, MainLoop main) {
    this.findings = findings;
    this.main = main;
    follow();
    for (Phase phase : ALL) {
      List<Node> nodes = new ArrayList<>();
      chain.forEach(link -> link.in().node().walk(node -> {
        if (runs(node) && phase(link, node) == phase) {
          nodes.add(node);
        }
      }));
      called.put(phase, findings.calls.reachable(nodes));
    }
  }

  static SortedSet<Phase> of(Findings findings, MainLoop main, List<ProbeSite> sites) {
    SortedSet<Phase> phases = new TreeSet<>();
    if (main.repeated()) {
      phases.addAll(ALL);
      return phases;
    }
    Phases search = new Phases(findings, main);
    sites.forEach(site -> phases.addAll(search.of(site)));
    return phases;
  }

  private static boolean runs(Node node) {
    return node instanceof MethodCallExpr
        || node instanceof ObjectCreationExpr
        || node instanceof MethodReferenceExpr;
  }

  private void follow() {
    Link link = new Link(main.in(), main.loop());
    while (link != null && chain.size() < ALL.size() * ALL.size()) {
      chain.add(link);
      link = caller(link.in());
    }
  }

  private Link caller(Callable callee) {
    List<Link> callers = new ArrayList<>();
    for (Callable caller : findings.project.callables()) {
      caller
          .node()
          .findAll(MethodCallExpr.class, call -> findings.calls.of(call).contains(callee))
          .forEach(call -> callers.add(new Link(caller, call)));
    }
    return callers.size() == 1 ? callers.get(0) : null;
  }

  /** By the text: what stands before the loop, or the call that leads to it, runs before it. */
  private Phase phase(Link link, Node node) {
    SourceFile file = link.in().file();
    if (Lookup.within(node, link.at())) {
      return Phase.INSIDE;
    }
    return file.start(node) < file.start(link.at()) ? Phase.BEFORE : Phase.AFTER;
  }

  private Collection<Phase> of(ProbeSite site) {
    SortedSet<Phase> phases = new TreeSet<>();
    for (Callable callable : findings.project.callables()) {
      if (callable.spansLine(site.file(), site.line()) && !isPartOf(callable, site)) {
        phases.addAll(of(site, callable));
      }
    }
    return phases.isEmpty() ? ALL : phases;
  }

  /** A function that the probe itself hands over. */
  private static boolean isPartOf(Callable callable, ProbeSite site) {
    Node at = callable.node();
    while (!(at instanceof ExpressionStmt) && at.getParentNode().isPresent()) {
      at = at.getParentNode().get();
    }
    return callable.isFunction()
        && at instanceof ExpressionStmt
        && callable.file().line(at) == site.line();
  }

  private Collection<Phase> of(ProbeSite site, Callable callable) {
    for (Link link : chain) {
      if (link.in().equals(callable)) {
        return List.of(byLine(site, link));
      }
    }
    SortedSet<Phase> phases = new TreeSet<>();
    called.forEach((phase, callables) -> {
      if (callables.contains(callable)) {
        phases.add(phase);
      }
    });
    boolean kept = callable.isFunction() || findings.calls.isCalledBack(callable);
    return kept || phases.isEmpty() ? ALL : phases;
  }

  private static Phase byLine(ProbeSite site, Link link) {
    SourceFile file = link.in().file();
    if (site.line() < file.line(link.at())) {
      return Phase.BEFORE;
    }
    return site.line() <= file.lastLine(link.at()) ? Phase.INSIDE : Phase.AFTER;
  }
}
