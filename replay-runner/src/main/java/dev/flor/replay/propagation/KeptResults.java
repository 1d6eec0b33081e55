package dev.flor.replay.propagation;

import dev.flor.journal.FlorDirectory;
import dev.flor.propagator.Probe;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.Key;
import dev.flor.replay.project.UseLock;
import dev.flor.replay.project.WorkspaceException;
import dev.flor.replay.propagation.Question.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What became of statements in earlier versions and in earlier commands, in {@code .flor/propagations}. Other builds of flor have other
 * folders there; only that of this one is kept. Where nothing may be written, results are kept as long as this is. For several threads.
 */
final class KeptResults {
  private final Path florDir;
  private final Path home;
  private final boolean writable;
  private final SortedMap<String, KeptTraces> held = new TreeMap<>();
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

  /** The statements of latest versions, which are kept beside. */
  KeptScans scans() {
    return new KeptScans(florDir, home, writable);
  }

  /** Works out what is not known. */
  interface Work {
    /**
     * What comes of it.
     *
     * @param trace to note in what is asked of the two versions
     */
    Carried noting(Trace trace);
  }

  /**
   * What is known, or else is worked out and kept.
   *
   * @param under what the result depends on, beside the statements and the answers: the id of a setup, for example
   */
  Carried known(String under, List<Probe> probes, KnownTree latest, KnownTree older, Work work) {
    Function<Question, String> answers = question ->
        question.side() == Side.LATEST ? latest.answer(question) : older.answer(question);
    KeptTraces kept = held(under, probes);
    Optional<Carried> known = kept.find(older.wholeId(), answers);
    if (known.isPresent()) {
      return known.get();
    }
    Trace trace = new Trace();
    Carried carried = work.noting(trace);
    worked.incrementAndGet();
    make();
    kept.keep(older.wholeId(), trace.steps(), carried);
    return carried;
  }

  /** Does what uses results; nobody sweeps them meanwhile. Where nothing may be written, nothing is swept. */
  void using(Runnable work) {
    if (!writable) {
      work.run();
      return;
    }
    UseLock.using(florDir, () -> {
      try {
        work.run();
      } finally {
        write();
      }
      return this;
    });
  }

  private synchronized void write() {
    held.values().forEach(KeptTraces::write);
  }

  private void make() {
    if (!writable) {
      return;
    }
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

  /**
   * The same, of what may depend on all of a version and of the way to it.
   *
   * @param way equal for equal versions and ways
   */
  Carried known(String under, List<Probe> probes, String way, Supplier<Carried> work) {
    KeptTraces kept = held(under, probes);
    Optional<Carried> known = kept.find(Optional.empty(), question -> way);
    if (known.isPresent()) {
      return known.get();
    }
    Carried carried = work.get();
    make();
    Question asked = Question.of(Side.OLDER, Question.Kind.WAY, "");
    kept.keep(Optional.empty(), List.of(new Trace.Step(asked, way)), carried);
    return carried;
  }

  private synchronized KeptTraces held(String under, List<Probe> probes) {
    Key key = new Key("statements").add(under);
    for (Probe probe : probes) {
      key.add(probe.file())
          .add(probe.span().toString())
          .add(probe.line() + " " + probe.name())
          .add(probe.text());
    }
    return held.computeIfAbsent(
        key.hex(),
        name -> new KeptTraces(
            new TraceFile(home.resolve(name + ".traces"), new TraceCodec(probes)), writable));
  }
}
