package dev.flor.propagator.loops;

import com.github.javaparser.ast.Node;
import dev.flor.propagator.ProbeSite;
import dev.flor.propagator.ReplayNeeds;
import dev.flor.propagator.SourceTree;
import dev.flor.propagator.loops.MainLoops.MainLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts the parts together: the main loop, whether it may be resumed, and which loops inside it may be skipped. */
public final class ReplayAnalysis {
  private final Findings findings;
  private final List<ProbeSite> sites;

  private ReplayAnalysis(Project project, List<ProbeSite> sites) {
    this.findings = new Findings(project);
    this.sites = List.copyOf(sites);
  }

  /** What a replay of these sources must execute for the statements at these sites. */
  public static ReplayNeeds of(SourceTree sources, List<ProbeSite> sites) {
    Project project = Project.of(sources);
    return project.unparsable().isEmpty()
        ? new ReplayAnalysis(project, sites).analyse()
        : ReplayNeeds.everything(project.unparsable());
  }

  private ReplayNeeds analyse() {
    List<MainLoop> mains = MainLoops.of(findings.project, findings.calls);
    Optional<MainLoop> main = mains.size() == 1 ? Optional.of(mains.get(0)) : Optional.empty();
    Optional<String> name = main.flatMap(found -> FlorCalls.name(found.loop()));
    if (name.isEmpty()) {
      explainMissing(mains);
      return ReplayNeeds.everything(findings.obstacles());
    }
    ProbeEffects probes = new ProbeEffects(findings, sites);
    List<Node> code = new ArrayList<>(List.of(main.get().loop()));
    code.addAll(probes.statements());
    findings.unseen().forEach(callable -> code.add(callable.node()));
    List<Callable> called = new ArrayList<>(findings.calls.reachable(code));
    findings.unseen().stream().filter(one -> !called.contains(one)).forEach(called::add);
    findings.summaries.work(called);
    Enrolment enrolment = Enrolment.of(
        findings.project, findings.types, findings.calls, main.get().opening());
    findings.look(new Aliases(findings, main.get(), enrolment));
    boolean resumable = Resumption.isSound(findings, main.get(), name.get(), enrolment);
    Skipping skipping = new Skipping(findings, main.get(), enrolment, sites);
    SortedSet<String> skippable = skipping.names(name.get());
    boolean undisturbed = probes.isNone(name.get());
    return new ReplayNeeds(
        name,
        resumable && undisturbed,
        undisturbed ? skippable : new TreeSet<>(),
        skipping.unneeded(),
        Phases.of(findings, main.get(), sites),
        findings.obstacles());
  }

  private void explainMissing(List<MainLoop> mains) {
    String why = mains.size() > 1
        ? "several loops stand directly under an open Flor.checkpointing"
        : "the loop's name is no string literal";
    mains.forEach(
        found -> findings.add(found.loop(), "", FlorCalls.name(found.loop()).orElse(""), why));
    List<Opening> openings = Opening.all(findings.project);
    if (mains.isEmpty() && openings.isEmpty()) {
      findings.project.files().stream()
          .flatMap(file -> FlorCalls.outermost(file.tree().unit()).stream())
          .forEach(loop -> findings.add(
              loop,
              "",
              FlorCalls.name(loop).orElse(""),
              "no Flor.checkpointing is open around this loop"));
    } else if (mains.isEmpty()) {
      openings.forEach(opening -> findings.add(
          opening.call(), "", "", "no Flor.loop heads a for-each statement while this is open"));
    }
  }
}
