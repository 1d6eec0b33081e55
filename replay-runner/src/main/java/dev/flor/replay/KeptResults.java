package dev.flor.replay;

import dev.flor.propagator.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What became of statements in earlier versions and in earlier commands, in {@code .flor/propagations}. Other builds of flor have other
 * folders there; only that of this one is kept. For several threads.
 */
final class KeptResults {
  private final Path home;
  private final SortedMap<String, Held> held = new TreeMap<>();

  /** Results for one list of statements and one setup. */
  private record Held(Traces traces, TraceFile file) {}

  private final AtomicLong worked = new AtomicLong();

  private KeptResults(Path home) {
    this.home = home;
  }

  static KeptResults in(Path florDir) {
    Path all = florDir.resolve("propagations");
    Path home = all.resolve(ToolVersion.id());
    if (Files.isDirectory(all) && !Files.isDirectory(home)) {
      Folders.sweep(all);
    }
    return new KeptResults(home);
  }

  Optional<Carried> find(CheckSetup setup, List<Probe> probes, Function<Question, String> answers) {
    return held(setup, probes).traces().find(answers);
  }

  void keep(CheckSetup setup, List<Probe> probes, List<Trace.Step> steps, Carried result) {
    worked.incrementAndGet();
    Held kept = held(setup, probes);
    if (kept.traces().add(steps, result)) {
      kept.file().append(steps, result, other -> kept.traces().add(other.steps(), other.result()));
    }
  }

  /** How many results were not known. */
  long worked() {
    return worked.get();
  }

  private synchronized Held held(CheckSetup setup, List<Probe> probes) {
    Key key = new Key("statements").add(setup.id());
    for (Probe probe : probes) {
      key.add(probe.file())
          .add(probe.span().toString())
          .add(probe.line() + " " + probe.name())
          .add(probe.text());
    }
    return held.computeIfAbsent(key.hex(), name -> {
      Traces traces = new Traces();
      TraceFile file = new TraceFile(home.resolve(name + ".traces"), new TraceCodec(probes));
      file.load(kept -> traces.add(kept.steps(), kept.result()));
      return new Held(traces, file);
    });
  }
}
