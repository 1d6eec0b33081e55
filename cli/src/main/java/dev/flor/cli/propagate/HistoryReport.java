package dev.flor.cli.propagate;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.InterruptNote;
import dev.flor.cli.project.OpenProject;
import dev.flor.history.Selection;
import dev.flor.history.Version;
import dev.flor.propagator.Probe;
import dev.flor.propagator.SourceTree;
import dev.flor.replay.propagation.VersionPropagator;
import java.util.List;
import java.util.Optional;

/** Carries statements over a history and hands what becomes of them to those that write it down. */
final class HistoryReport {
  private final OpenProject open;
  private final Caller caller;

  HistoryReport(OpenProject open, Caller caller) {
    this.open = open;
    this.caller = caller;
  }

  /**
   * @param from the revision that the statements are from; empty: the working tree
   * @param chains whether statements go through the versions in between where that is surer
   */
  void run(
      AskedStatements asked,
      Selection selection,
      Optional<String> from,
      boolean explain,
      boolean chains,
      List<VersionSink> sinks) {
    VersionPropagator propagator =
        new VersionPropagator(open.project(), open.history(), open.outside(), explain, chains);
    SourceTree sources = propagator.sources(from);
    List<Probe> probes = asked.in(sources, open.project().root(), caller.err());
    VersionPropagator.Latest latest = new VersionPropagator.Latest(sources, probes);
    List<Version> versions = open.history().select(selection);
    open.history().notes().forEach(note -> caller.err().println("note: " + note));
    try (InterruptNote note = new InterruptNote(caller.err());
        PropagationProgress progress =
            new PropagationProgress(caller, each -> sinks.forEach(sink -> sink.take(each)))) {
      propagator.propagate(latest, versions, jobs(), progress);
      sinks.forEach(VersionSink::finish);
      assert note != null;
    }
  }

  /** As many as there are processors, but no more than there is room for what each remembers. */
  private static int jobs() {
    Runtime runtime = Runtime.getRuntime();
    long room = runtime.maxMemory() / (300L << 20);
    return (int) Math.max(1, Math.min(runtime.availableProcessors(), room));
  }
}
