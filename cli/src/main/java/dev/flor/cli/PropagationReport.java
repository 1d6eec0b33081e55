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

/** What became of the statements in each version, newest last, as text and as JSON. */
record PropagationReport(List<VersionPropagation> versions) {
  static PropagationReport of(
      OpenProject open, AskedStatements asked, List<String> commits, Caller caller) {
    VersionPropagator propagator =
        new VersionPropagator(open.project(), open.history(), open.outside());
    SourceTree sources = propagator.sources(Optional.empty());
    List<Probe> probes = asked.in(sources, open.project().root(), caller.err());
    VersionPropagator.Latest latest = new VersionPropagator.Latest(sources, probes);
    List<Version> versions = propagator.versions(commits);
    List<VersionPropagation> done = new ArrayList<>();
    try (Progress progress = Progress.of("propagating", versions.size(), caller)) {
      for (Version version : versions) {
        done.add(propagator.propagate(latest, version));
        progress.step(version.abbreviated());
      }
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

  void print(Caller caller, boolean diff, boolean explain) {
    PrintStream out = caller.out();
    Paint paint = new Paint(caller.colour());
    Diffs diffs = new Diffs(paint);
    for (VersionPropagation each : versions) {
      Version version = each.version();
      out.println(paint.bold(version.abbreviated()) + " " + version.subject());
      for (Placement placement : each.propagation().placements()) {
        out.println("  " + PlacementReport.subject(placement.probe()) + ": "
            + paint.outcome(placement, PlacementReport.line(placement)));
        if (explain) {
          explanation(placement).ifPresent(line -> out.println("    " + line));
        }
      }
      if (diff) {
        diffs.lines(version, each.propagation()).forEach(out::println);
      }
    }
    out.flush();
    caller.err().println(summary());
  }

  private static Optional<String> explanation(Placement placement) {
    return placement.fold(
        in -> Optional.of("score " + Cells.readable(in.score()) + ": " + in.explanation()),
        present -> Optional.empty(),
        no -> Optional.empty());
  }

  private String summary() {
    long inserted = count(Placement.Inserted.class);
    return versions.size()
        + (versions.size() == 1 ? " version: " : " versions: ")
        + inserted
        + (inserted == 1 ? " statement inserted, " : " statements inserted, ")
        + count(Placement.Present.class)
        + " present, "
        + count(Placement.Refused.class)
        + " refused";
  }

  private long count(Class<? extends Placement> kind) {
    return versions.stream()
        .flatMap(each -> each.propagation().placements().stream())
        .filter(kind::isInstance)
        .count();
  }

  List<Map<String, Object>> json() {
    return versions.stream()
        .map(each -> Json.object(
            "version", each.version().id(),
            "subject", each.version().subject(),
            "statements",
                each.propagation().placements().stream()
                    .map(PlacementReport::entry)
                    .toList()))
        .toList();
  }
}
