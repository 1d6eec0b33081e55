package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.flor.propagator.ProbeSite;
import dev.flor.propagator.loops.MainLoops.MainLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which loops inside the main loop may be skipped: no probe needs them, and all they leave is in the checkpoint. */
final class Skipping {
  private final Findings findings;
  private final MainLoop main;
  private final Enrolment enrolment;
  private final List<ProbeSite> sites;
  private final NavigableSet<String> unneeded = new TreeSet<>();
  private final NavigableSet<String> needed = new TreeSet<>();

  Skipping(Findings findings, MainLoop main, Enrolment enrolment, List<ProbeSite> sites) {
    this.findings = findings;
    this.main = main;
    this.enrolment = enrolment;
    this.sites = sites;
  }

  /** Names of which no loop is needed by a probe; known when {@link #names} has been asked. */
  SortedSet<String> unneeded() {
    return unneeded;
  }

  /** Names of which every loop may be skipped. */
  SortedSet<String> names(String mainName) {
    List<Node> code = new ArrayList<>(List.of(main.loop().getBody()));
    findings.calls.reachable(List.of(main.loop())).forEach(callable -> code.add(callable.node()));
    NavigableSet<String> skippable = new TreeSet<>();
    NavigableSet<String> executed = new TreeSet<>(List.of(mainName));
    for (ForEachStmt loop : nested(code)) {
      FlorCalls.name(loop)
          .ifPresent(name -> (maySkip(loop, name) ? skippable : executed).add(name));
    }
    for (Node part : code) {
      part.findAll(MethodCallExpr.class, FlorCalls::isLooseLoop)
          .forEach(call -> FlorCalls.literal(call.getArguments()).ifPresent(name -> {
            executed.add(name);
            needed.add(name);
          }));
    }
    unneeded.removeAll(needed);
    unneeded.remove(mainName);
    skippable.removeAll(executed);
    return skippable;
  }

  private List<ForEachStmt> nested(List<Node> code) {
    List<ForEachStmt> nested = new ArrayList<>();
    for (Node part : code) {
      for (ForEachStmt loop : part.findAll(ForEachStmt.class, FlorCalls::isLoop)) {
        if (!Lookup.same(loop, main.loop())
            && nested.stream().noneMatch(known -> Lookup.same(known, loop))) {
          nested.add(loop);
        }
      }
    }
    return nested;
  }

  private boolean maySkip(ForEachStmt loop, String name) {
    Callable in = findings.project.callable(loop).orElseThrow(IllegalStateException::new);
    boolean isNeeded = isNeeded(loop);
    (isNeeded ? needed : unneeded).add(name);
    if (isNeeded) {
      return false;
    }
    int before = findings.count();
    Jumps.beyond(loop, in.node())
        .ifPresent(jump ->
            findings.add(jump, "", name, "this may leave the loop for further than its end"));
    Locals locals = findings.locals(in);
    for (Locals.Assigned assigned : locals.assignedIn(loop)) {
      locals
          .missedAfter(loop, assigned.declaration())
          .ifPresent(why -> findings.add(assigned.at(), assigned.name(), name, why));
    }
    Summary summary = new Summary();
    findings.body(loop, summary).run();
    findings.addEffects(summary, name, enrolment.in(in));
    findings.addUnseen(name, main, enrolment.in(in));
    findings.addLateClasses(name, main, enrolment);
    return findings.count() == before;
  }

  /** Whether a probe stands in the loop's body, in code that it may run, or in code that runs without a call in sight. */
  private boolean isNeeded(ForEachStmt loop) {
    SourceFile file = findings.project.file(loop);
    Collection<Callable> run = findings.calls.reachable(List.of(loop));
    for (ProbeSite site : sites) {
      boolean inside = site.file().equals(file.path())
          && file.line(loop.getBody()) <= site.line()
          && site.line() <= file.lastLine(loop.getBody());
      if (inside
          || run.stream().anyMatch(callable -> callable.spansLine(site.file(), site.line()))
          || isCalledBack(site)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCalledBack(ProbeSite site) {
    return findings.project.callables().stream()
        .filter(callable -> callable.spansLine(site.file(), site.line()))
        .filter(callable -> !Lookup.within(main.loop(), callable.node()))
        .anyMatch(findings.calls::isCalledBack);
  }
}
