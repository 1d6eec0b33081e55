package dev.flor.cli;

import dev.flor.history.Version;
import dev.flor.propagator.Placement;
import dev.flor.propagator.Probe;
import dev.flor.propagator.Propagation;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.VersionPropagation;
import dev.flor.replay.VersionPropagator;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What became of the statements in each version, newest last, as text and as JSON. */
record PropagationReport(List<VersionPropagation> versions) {
  static PropagationReport of(
      OpenProject open,
      AskedStatements asked,
      List<String> commits,
      boolean explain,
      Caller caller) {
    VersionPropagator propagator =
        new VersionPropagator(open.project(), open.history(), open.outside(), explain);
    SourceTree sources = propagator.sources(Optional.empty());
    List<Probe> probes = asked.in(sources, open.project().root(), caller.err());
    VersionPropagator.Latest latest = new VersionPropagator.Latest(sources, probes);
    List<Version> versions = propagator.versions(commits);
    List<VersionPropagation> done = new ArrayList<>();
    try (PropagationProgress progress = new PropagationProgress(caller, done::add)) {
      propagator.propagate(latest, versions, Runtime.getRuntime().availableProcessors(), progress);
    }
    return new PropagationReport(List.copyOf(done));
  }

  ExitCode exitCode() {
    return exitCode(versions.stream().map(VersionPropagation::propagation).toList());
  }

  /** Done if every statement has a place everywhere; failed if none has one anywhere. */
  static ExitCode exitCode(List<Propagation> propagations) {
    if (propagations.stream().allMatch(Propagation::complete)) {
      return ExitCode.DONE;
    }
    boolean none = propagations.stream()
        .flatMap(propagation -> propagation.placements().stream())
        .allMatch(Placement.Refused.class::isInstance);
    return none ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  void print(Caller caller, boolean diff, Predicate<Placement> shown) {
    PrintStream out = caller.out();
    Paint paint = new Paint(caller.colour());
    Diffs diffs = new Diffs(paint);
    for (VersionPropagation each : versions) {
      Version version = each.version();
      out.println(paint.bold(version.abbreviated()) + " " + version.subject());
      for (int i = 0; i < each.propagation().placements().size(); i++) {
        Placement placement = each.propagation().placements().get(i);
        if (!shown.test(placement)) {
          continue;
        }
        out.println("  " + PlacementReport.subject(placement.probe()) + ": "
            + paint.outcome(placement, PlacementReport.line(placement)));
        PlacementReport.explanation(each.propagation(), i)
            .forEach(line -> out.println("      " + line));
      }
      if (diff) {
        diffs.lines(version, each.propagation()).forEach(out::println);
      }
    }
    out.flush();
    caller.err().println(summary());
  }

  private String summary() {
    return versions.size()
        + (versions.size() == 1 ? " version: " : " versions: ")
        + PlacementReport.summary(
            versions.stream().map(VersionPropagation::propagation).toList());
  }

  List<Map<String, Object>> json() {
    return versions.stream()
        .map(each -> Json.object(
            "version", each.version().id(),
            "subject", each.version().subject(),
            "statements", PlacementReport.entries(each.propagation())))
        .toList();
  }
}
