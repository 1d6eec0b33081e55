package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.flor.propagator.ReplayNeeds.Obstacle;
import dev.flor.propagator.loops.MainLoops.MainLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;

/** What stands in the way, and the knowledge that it is found with. */
final class Findings {
  private static final Set<String> UNSEEN =
      Set.of("toString0", "hashCode0", "equals1", "compareTo1", "compare2");

  final Project project;
  final Types types;
  final Calls calls;
  final Summaries summaries;
  private Aliases aliases;
  private final List<Obstacle> obstacles = new ArrayList<>();

  /** Asked for of each loop; null before. */
  private List<Callable> unseen;

  private List<ObjectCreationExpr> creations;

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
        add(new Obstacle(
            effect.file(),
            effect.line(),
            variable(effect),
            loop,
            effect.why() + ", and no checkpoint restores it"));
      }
    }
  }

  private static String variable(Effect effect) {
    Root root = effect.root();
    boolean nameless = (root.isThis() && root.field().isEmpty()) || root.equals(Root.UNKNOWN);
    return nameless ? effect.variable() : root.text();
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

  /** What a probe changes, wherever it is. */
  void addProbe(Effect effect, String loop) {
    if (!effect.root().isMoved() && effect.sure()) {
      add(new Obstacle(
          effect.file(),
          effect.line(),
          variable(effect),
          loop,
          "the probe itself changes it: " + effect.why()));
    }
  }

  /**
   * What methods change that are called without a call in sight: by a library that has the object, by the adding of texts, at the end of
   * a {@code try}. Objects that only the main loop makes are new in each turn; what these change of themselves is not there in the next.
   */
  void addUnseen(String loop, MainLoop main, NavigableSet<Root> enrolled) {
    List<Node> within = new ArrayList<>(List.of(main.loop()));
    calls.reachable(within).forEach(called -> within.add(called.node()));
    for (Callable callable : unseen()) {
      boolean anyones = isOfObject(callable);
      for (Effect effect : summaries.of(callable).effects().values()) {
        boolean passes = effect.root().isThis()
            ? isNew(callable, within)
            : effect.root().isMoved() || Enrolment.covers(enrolled, effect.root());
        if (anyones || (!passes && !isKnown(effect, loop))) {
          add(new Obstacle(
              effect.file(),
              effect.line(),
              variable(effect),
              loop,
              effect.why() + ", by a method that is called without a call in sight"));
        }
      }
    }
  }

  private boolean isKnown(Effect effect, String loop) {
    return obstacles.stream()
        .anyMatch(known -> known.file().equals(effect.file())
            && known.line() == effect.line()
            && known.loop().equals(loop));
  }

  /** Whether objects with this method are made nowhere but in this code. */
  private boolean isNew(Callable callable, List<Node> within) {
    return creations().stream()
        .filter(creation -> Lookup.within(callable.node(), creation)
            || project
                .types()
                .ancestors(creation.getType().getNameAsString())
                .contains(callable.owner()))
        .allMatch(creation -> within.stream().anyMatch(code -> Lookup.within(creation, code)));
  }

  private List<ObjectCreationExpr> creations() {
    if (creations == null) {
      creations = project.files().stream()
          .flatMap(file -> file.tree().unit().findAll(ObjectCreationExpr.class).stream())
          .toList();
    }
    return creations;
  }

  /** A class that is loaded when it is first used keeps what enrolled static fields held at that moment. */
  void addLateClasses(String loop, MainLoop main, Enrolment enrolment) {
    for (Root root : enrolment.given()) {
      String name = root.name().substring(root.name().lastIndexOf('.') + 1);
      project.named(Callable.STATIC).stream()
          .filter(
              one -> root.isStatic() && !one.owner().equals(main.opening().in().owner()))
          .filter(one -> mentions(one.node(), name)
              || calls.reachable(List.of(one.node())).stream()
                  .anyMatch(called -> mentions(called.node(), name)))
          .forEach(
              one -> add(one.node(), name, loop, "a class that is first used in a loop reads it"));
    }
  }

  private static boolean mentions(Node code, String field) {
    return code.findFirst(NameExpr.class, name -> name.getNameAsString().equals(field))
            .isPresent()
        || code.findFirst(
                FieldAccessExpr.class, access -> access.getNameAsString().equals(field))
            .isPresent();
  }

  /** Methods that a library may call of an object it is given. */
  List<Callable> unseen() {
    if (unseen == null) {
      unseen = project.callables().stream()
          .filter(callable -> isOfObject(callable) || calls.isOverride(callable))
          .toList();
    }
    return unseen;
  }

  private static boolean isOfObject(Callable callable) {
    return UNSEEN.contains(callable.name() + callable.parameters().size());
  }

  void addLooseLoops(ForEachStmt within, String loop) {
    within
        .findAll(MethodCallExpr.class, FlorCalls::isLooseLoop)
        .forEach(call -> add(call, "", loop, "this Flor.loop heads no for-each statement"));
  }

  Body body(Node code, Summary summary) {
    return new Body(project, types, calls, summaries, code, false, summary);
  }

  Locals locals(Callable in) {
    return new Locals(project, types, in);
  }
}
