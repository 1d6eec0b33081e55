package dev.flor.propagator.loops;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What each piece of code does, worked out together since each may call each. */
final class Summaries {
  /** Recursion through fields ends, but let it end soon. */
  private static final int ROUNDS = 30;

  private final Project project;
  private final Types types;
  private final Calls calls;
  private final Map<Integer, Summary> summaries = new TreeMap<>();

  Summaries(Project project, Types types, Calls calls) {
    this.project = project;
    this.types = types;
    this.calls = calls;
  }

  Summary of(Callable callable) {
    return summaries.computeIfAbsent(callable.number(), number -> new Summary());
  }

  /** Repeats until nothing new is found. */
  void work(Collection<Callable> callables) {
    boolean changed = true;
    for (int round = 0; changed && round < ROUNDS; round++) {
      changed = false;
      for (Callable callable : callables) {
        Summary summary = of(callable);
        int before = summary.size();
        new Body(project, types, calls, this, callable.node(), true, summary).run();
        changed |= summary.size() > before;
      }
    }
  }
}
