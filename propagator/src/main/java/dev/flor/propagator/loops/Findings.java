package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.flor.propagator.ReplayNeeds.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/** What stands in the way, and the knowledge that it is found with. */
final class Findings {
  final Project project;
  final Types types;
  final Calls calls;
  final Summaries summaries;
  private Aliases aliases;
  private final List<Obstacle> obstacles = new ArrayList<>();

  Findings(Project project) {
    this.project = project;
    this.types = new Types(project);
    this.calls = new Calls(project, types);
    this.summaries = new Summaries(project, types, calls);
  }

  void look(Aliases found) {
    aliases = found;
  }

  List<Obstacle> obstacles() {
    return obstacles;
  }

  int count() {
    return obstacles.size();
  }

  void add(Node at, String variable, String loop, String why) {
    SourceFile file = project.file(at);
    add(new Obstacle(file.path(), file.line(at), variable, loop, why));
  }

  private void add(Obstacle obstacle) {
    if (!obstacles.contains(obstacle)) {
      obstacles.add(obstacle);
    }
  }

  /** Changes of anything that no checkpoint restores. */
  void addEffects(Summary summary, String loop, NavigableSet<Root> enrolled) {
    for (Effect effect : summary.effects().values()) {
      Root root = effect.root();
      if (root.isMoved()) {
        addMoved(effect, loop, enrolled);
      } else if (!Enrolment.covers(enrolled, root)) {
        boolean nameless = (root.isThis() && root.field().isEmpty()) || root.equals(Root.UNKNOWN);
        String variable = nameless ? effect.variable() : root.text();
        add(new Obstacle(
            effect.file(),
            effect.line(),
            variable,
            loop,
            effect.why() + ", and no checkpoint restores it"));
      }
    }
  }

  /** Restored in place, what took another's place would be seen under the other's name. */
  private void addMoved(Effect effect, String loop, NavigableSet<Root> enrolled) {
    if (aliases != null && Enrolment.covers(enrolled, effect.root().unmoved())) {
      aliases
          .first()
          .ifPresent(name -> add(new Obstacle(
              effect.file(),
              effect.line(),
              name,
              loop,
              effect.why() + ", and it may be known by this name outside of what is enrolled")));
    }
  }

  void addLooseLoops(ForEachStmt within, String loop) {
    within
        .findAll(MethodCallExpr.class, FlorCalls::isLooseLoop)
        .forEach(call -> add(call, "", loop, "this Flor.loop heads no for-each statement"));
  }

  Body body(ForEachStmt loop, Summary summary) {
    return new Body(project, types, calls, summaries, loop, false, summary);
  }

  Locals locals(Callable in) {
    return new Locals(project, types, in);
  }
}
