package dev.flor.replay.propagation;

import dev.flor.journal.FlorDirectory;
import dev.flor.propagator.Probe;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.UseLock;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
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
 * folders there; only that of this one is kept. Where nothing may be written, results are kept as long as this is. For several threads.
 */
final class KeptResults {
  private final Path florDir;
  private final Path home;
  private final boolean writable;
  private final SortedMap<String, Held> held = new TreeMap<>();

  /** Results for one list of statements and one setup. */
  private record Held(Traces traces, TraceFile file) {}

  private final AtomicLong worked = new AtomicLong();

  private KeptResults(Path florDir, Path home) {
    this.florDir = florDir;
    this.home = home;
    this.writable = isWritable(florDir.toAbsolutePath());
  }

  /** Whether the folder may be written, or made. */
  private static boolean isWritable(Path folder) {
    Path there = folder;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  static KeptResults in(Path florDir) {
    Path all = florDir.resolve("propagations");
    Path home = all.resolve(ToolVersion.id());
    if (Files.isDirectory(all) && !Files.isDirectory(home) && isWritable(florDir)) {
      Folders.sweep(all);
    }
    return new KeptResults(florDir, home);
  }

  /**
   * What is known.
   *
   * @param under what the result depends on, beside the statements and the answers: the id of a setup, for example
   */
  Optional<Carried> find(String under, List<Probe> probes, Function<Question, String> answers) {
    return held(under, probes).traces().find(answers);
  }

  void keep(String under, List<Probe> probes, List<Trace.Step> steps, Carried result) {
    worked.incrementAndGet();
    Held kept = held(under, probes);
    if (kept.traces().add(steps, result) && writable) {
      make();
      kept.file().append(steps, result, other -> kept.traces().add(other.steps(), other.result()));
    }
  }

  /** Does what uses results; nobody sweeps them meanwhile. Where nothing may be written, nothing is swept. */
  void using(Runnable work) {
    if (!writable) {
      work.run();
      return;
    }
    UseLock.using(florDir, () -> {
      work.run();
      return this;
    });
  }

  private void make() {
    try {
      FlorDirectory.made(florDir);
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + florDir, e);
    }
  }

  /** How many results were not known. */
  long worked() {
    return worked.get();
  }

  private synchronized Held held(String under, List<Probe> probes) {
    Key key = new Key("statements").add(under);
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
