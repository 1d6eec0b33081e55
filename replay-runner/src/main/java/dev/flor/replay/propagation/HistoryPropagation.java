package dev.flor.replay.propagation;

import dev.flor.history.History;
import dev.flor.history.Version;
import dev.flor.history.VersionTree;
import dev.flor.replay.propagation.PropagationWork.Refinement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

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

  /** Statements of one file, and the first version with some content of it. */
  private record Distinct(int group, Version version) {}

  private record Content(String setup, String id) {}

  private interface Step<T> {
    T take(StatementCarrier carrier);
  }

  void run(List<Version> versions, int jobs, PropagationListener listener) {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<List<Distinct>> distinct = distinct(versions);
      listener.planned(distinct.stream().mapToInt(List::size).sum() + versions.size());
      Deque<Future<List<Distinct>>> first = new ArrayDeque<>();
      distinct.forEach(some -> first.add(threads.submit(step(carrier -> {
        some.forEach(each -> carry(each, carrier));
        return some;
      }))));
      while (!first.isEmpty()) {
        of(first.remove()).forEach(each -> listener.step(file(each)));
      }
      inOrder(versions, jobs, threads, listener);
    } finally {
      stop(threads);
    }
  }

  private void carry(Distinct what, StatementCarrier carrier) {
    goOn();
    VersionTree tree = history.tree(what.version());
    work.carried(
        work.groups().get(what.group()),
        new KnownTree(tree, known),
        setups.of(what.version(), tree),
        carrier);
  }

  private String file(Distinct what) {
    return work.groups().get(what.group()).get(0).file();
  }

  /** In parts of {@link #TOGETHER}: each thread stays with a file for a while, whose contents follow each other and are much alike. */
  private List<List<Distinct>> distinct(List<Version> versions) {
    List<Map<Content, Distinct>> byGroup = new ArrayList<>();
    work.groups().forEach(group -> byGroup.add(new LinkedHashMap<>()));
    for (Version version : versions) {
      VersionTree tree = history.tree(version);
      String setup = setups.of(version, tree).id();
      for (int i = 0; i < byGroup.size(); i++) {
        Distinct first = new Distinct(i, version);
        Map<Content, Distinct> contents = byGroup.get(i);
        tree.id(file(first))
            .ifPresent(content -> contents.putIfAbsent(new Content(setup, content), first));
      }
    }
    List<List<Distinct>> parts = new ArrayList<>();
    for (Map<Content, Distinct> contents : byGroup) {
      List<Distinct> all = List.copyOf(contents.values());
      for (int from = 0; from < all.size(); from += TOGETHER) {
        parts.add(all.subList(from, Math.min(all.size(), from + TOGETHER)));
      }
    }
    return parts;
  }

  /**
   * In parts, too: versions that follow each other share what is not known yet, which two threads would work out at the same time.
   */
  private void inOrder(
      List<Version> versions, int jobs, ExecutorService threads, PropagationListener listener) {
    Deque<Future<List<VersionPropagation>>> ahead = new ArrayDeque<>();
    int together = Math.max(1, Math.min(TOGETHER, versions.size() / (PARTS * jobs)));
    int next = 0;
    while (next < versions.size() || !ahead.isEmpty()) {
      while (next < versions.size() && ahead.size() < AHEAD * jobs) {
        List<Version> part = versions.subList(next, Math.min(versions.size(), next + together));
        next += part.size();
        ahead.add(threads.submit(step(
            carrier -> part.stream().map(version -> carried(version, carrier)).toList())));
      }
      for (VersionPropagation done : of(ahead.remove())) {
        listener.done(done);
        listener.step(done.version().abbreviated());
      }
    }
  }

  private VersionPropagation carried(Version version, StatementCarrier carrier) {
    goOn();
    VersionTree tree = history.tree(version);
    KnownTree older = new KnownTree(tree, known);
    CheckSetup setup = setups.of(version, tree);
    Refinement refinement =
        chains.map(c -> c.in(version, older, setup, carrier)).orElse(Refinement.NONE);
    return new VersionPropagation(version, work.carry(older, setup, carrier, refinement));
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
