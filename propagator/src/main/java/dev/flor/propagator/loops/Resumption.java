package dev.flor.propagator.loops;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.flor.propagator.loops.MainLoops.MainLoop;
import java.util.List;
import java.util.Optional;

/** Whether the main loop may be entered in the middle: all that a turn leaves to the next is in the checkpoint. */
final class Resumption {
  private final Findings findings;
  private final MainLoop main;
  private final String name;
  private final Enrolment enrolment;

  private Resumption(Findings findings, MainLoop main, String name, Enrolment enrolment) {
    this.findings = findings;
    this.main = main;
    this.name = name;
    this.enrolment = enrolment;
  }

  static boolean isSound(Findings findings, MainLoop main, String name, Enrolment enrolment) {
    int before = findings.count();
    new Resumption(findings, main, name, enrolment).examine();
    return findings.count() == before;
  }

  private void examine() {
    if (main.repeated()) {
      findings.add(main.loop(), "", name, "this loop may run more than once");
    }
    Locals locals = findings.locals(main.in());
    for (Locals.Assigned assigned : locals.assignedIn(main.loop())) {
      locals
          .carriedByMain(main.loop(), assigned.declaration())
          .ifPresent(why -> findings.add(assigned.at(), assigned.name(), name, why));
    }
    if (new Drawing(findings, main.loop()).mayDependOnTurns()) {
      findings.add(
          main.loop(), "", name, "its items may depend on what its turns have changed before");
    }
    lostEnrolments();
    Summary summary = new Summary();
    findings.body(main.loop(), summary).runTurns(main.loop());
    findings.addEffects(summary, name, enrolment.in(main.in()));
    findings.addLooseLoops(main.loop(), name);
    findings.addUnseen(name, main, enrolment.in(main.in()));
    findings.addLateClasses(name, main, enrolment);
  }

  /** A variable that is set anew no longer names what was enrolled. */
  private void lostEnrolments() {
    List<Expression> arguments = main.opening().call().getArguments();
    for (int i = 1; i < arguments.size(); i += 2) {
      enrolment
          .path(arguments.get(i))
          .flatMap(this::reassigned)
          .ifPresent(assign -> findings.add(
              assign,
              assign.getTarget().toString(),
              name,
              "it is enrolled, and set to something else"));
    }
  }

  private Optional<AssignExpr> reassigned(Root enrolled) {
    Callable in = main.opening().in();
    int opened = in.file().start(main.opening().call());
    return in.node()
        .findFirst(
            AssignExpr.class,
            assign -> in.file().start(assign) > opened
                && enrolment.path(assign.getTarget()).filter(enrolled::equals).isPresent());
  }
}
