package dev.flor.replay.propagation;

import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.replay.propagation.PropagationWork.Refinement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Propagates over many versions on several threads: first into each distinct content of the statements' own files, then into each
 * version, where most is known by then. Results come in order, and no more of them are held than the threads can work ahead.
 */
final class HistoryPropagation {
  /** How many parts of the versions a thread may be ahead of what was told. */
  private static final int AHEAD = 2;

  private static final int TOGETHER = 16;

  /** Into how many parts at least the versions are divided for each thread, so that none waits long for another at the end. */
  private static final int PARTS = 4;

  private final History history;
  private final CheckSetups setups;
  private final KnownSources known;
  private final PropagationWork work;
  private final Optional<Chains> chains;
  private final StatementCarrier first = new StatementCarrier(false);
  private final ConcurrentLinkedQueue<StatementCarrier> idle = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  HistoryPropagation(
      History history,
      CheckSetups setups,
      KnownSources known,
      PropagationWork work,
      Optional<Chains> chains) {
    this.chains = chains;
    this.history = history;
    this.setups = setups;
    this.known = known;
    this.work = work;
  }

  /** A version that was looked at. */
  private record Looked(Version version, VersionTree tree, CheckSetup setup) {}

  /** Statements of one file, and the first version with some content of it. */
  private record Distinct(int group, Looked in) {}

  private record Content(String setup, String id) {}

  private record Begun(int size, Future<List<Distinct>> done) {}

  private interface Step<T> {
    T take(StatementCarrier carrier);
  }

  void run(List<Version> versions, int jobs, PropagationListener listener) {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Looked> looked = new ArrayList<>();
      Deque<Begun> first = begin(versions, looked, threads);
      listener.planned(first.stream().mapToInt(Begun::size).sum() + versions.size());
      while (!first.isEmpty()) {
        of(first.remove().done()).forEach(each -> listener.step(file(each)));
      }
      inOrder(looked, jobs, threads, listener);
    } finally {
      stop(threads);
    }
  }

  private void carry(Distinct what, StatementCarrier carrier) {
    goOn();
    work.carried(
        work.groups().get(what.group()),
        new KnownTree(what.in().tree(), known),
        what.in().setup(),
        carrier);
  }

  private String file(Distinct what) {
    return work.groups().get(what.group()).get(0).file();
  }

  /** Begins with the contents of one file after the other. Versions are looked at for the first, and it is worked on meanwhile. */
  private Deque<Begun> begin(List<Version> versions, List<Looked> looked, ExecutorService threads) {
    Deque<Begun> begun = new ArrayDeque<>();
    List<Contents> files = IntStream.range(0, work.groups().size())
        .mapToObj(group -> new Contents(group, threads, begun))
        .toList();
    for (Version version : versions) {
      Looked each = looked(version);
      looked.add(each);
      files.stream().findFirst().ifPresent(first -> first.add(each));
    }
    files.stream().findFirst().ifPresent(Contents::begin);
    files.stream().skip(1).forEach(file -> {
      looked.forEach(file::add);
      file.begin();
    });
    return begun;
  }

  private Looked looked(Version version) {
    VersionTree tree = history.tree(version);
    return new Looked(version, tree, setups.of(version, tree));
  }

  /**
   * The distinct contents of a file. They are begun in parts of {@link #TOGETHER}: each thread stays with a file for a while, whose
   * contents follow each other and are much alike.
   */
  private final class Contents {
    private final int group;
    private final ExecutorService threads;
    private final Deque<Begun> begun;
    private final Set<Content> seen = new HashSet<>();
    private final List<Distinct> next = new ArrayList<>();

    Contents(int group, ExecutorService threads, Deque<Begun> begun) {
      this.group = group;
      this.threads = threads;
      this.begun = begun;
    }

    void add(Looked looked) {
      Distinct what = new Distinct(group, looked);
      Optional<String> id = looked.tree().id(file(what));
      if (id.isPresent() && seen.add(new Content(looked.setup().id(), id.get()))) {
        next.add(what);
      }
      if (next.size() == TOGETHER) {
        begin();
      }
    }

    /** Those that were not begun yet. */
    void begin() {
      if (next.isEmpty()) {
        return;
      }
      List<Distinct> part = List.copyOf(next);
      next.clear();
      begun.add(new Begun(part.size(), threads.submit(step(carrier -> {
        part.forEach(each -> carry(each, carrier));
        return part;
      }))));
    }
  }

  /**
   * In parts, too: versions that follow each other share what is not known yet, which two threads would work out at the same time.
   */
  private void inOrder(
      List<Looked> versions, int jobs, ExecutorService threads, PropagationListener listener) {
    Deque<Future<List<VersionPropagation>>> ahead = new ArrayDeque<>();
    int together = Math.max(1, Math.min(TOGETHER, versions.size() / (PARTS * jobs)));
    int next = 0;
    while (next < versions.size() || !ahead.isEmpty()) {
      while (next < versions.size() && ahead.size() < AHEAD * jobs) {
        List<Looked> part = versions.subList(next, Math.min(versions.size(), next + together));
        next += part.size();
        ahead.add(threads.submit(step(carrier -> carried(part, carrier))));
      }
      for (VersionPropagation done : of(ahead.remove())) {
        listener.done(done);
        listener.step(done.version().abbreviated());
      }
    }
  }

  /** From one version to the next, most that is asked of them has the same answer. */
  private List<VersionPropagation> carried(List<Looked> part, StatementCarrier carrier) {
    List<VersionPropagation> carried = new ArrayList<>();
    Optional<KnownTree> before = Optional.empty();
    for (Looked each : part) {
      goOn();
      KnownTree older = before
          .map(b -> KnownTree.after(b, each.tree()))
          .orElseGet(() -> new KnownTree(each.tree(), known));
      carried.add(carried(each, older, carrier));
      before = Optional.of(older);
    }
    return carried;
  }

  private VersionPropagation carried(Looked in, KnownTree older, StatementCarrier carrier) {
    Refinement refinement =
        chains.map(c -> c.in(in.version(), older, in.setup(), carrier)).orElse(Refinement.NONE);
    return new VersionPropagation(in.version(), work.carry(older, in.setup(), carrier, refinement));
  }

  private void goOn() {
    if (stopped.get()) {
      throw new IllegalStateException("a step was taken after the end");
    }
  }

  private <T> Callable<T> step(Step<T> step) {
    return () -> {
      StatementCarrier free = idle.poll();
      StatementCarrier carrier = free == null ? first.beside() : free;
      try {
        return step.take(carrier);
      } finally {
        idle.add(carrier);
      }
    };
  }

  private static <T> T of(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while statements were carried", e);
    }
  }

  /** Threads are not interrupted: that would close files that others read. What is begun is finished, the rest is not begun. */
  private void stop(ExecutorService threads) {
    stopped.set(true);
    threads.shutdown();
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    idle.forEach(StatementCarrier::close);
  }
}
