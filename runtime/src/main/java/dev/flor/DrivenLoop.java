package dev.flor;

import java.util.List;

/** A loop whose turns the program begins and ends itself; several threads may each be in one. */
final class DrivenLoop {
  /** The index after the last one. */
  static final long NEXT = -1;

  private final int loop;
  private final List<String> path;
  private final long started = System.nanoTime();
  private long next;

  private DrivenLoop(int loop, List<String> path) {
    this.loop = loop;
    this.path = path;
  }

  /** A new turn of the loop of that name in {@code outer}, which begins when it has none yet. */
  static Context turn(Run run, Context outer, String name, long told, Object value) {
    synchronized (outer) {
      DrivenLoop driven = outer.driven().get(name);
      if (driven == null) {
        List<String> path = Context.loopPath(outer.path(), name, outer.countLoop(name));
        driven = new DrivenLoop(run.journal().loopStarted(outer.id(), name, -1), path);
        outer.driven().put(name, driven);
      }
      long index = told < 0 ? driven.next : told;
      driven.next = Math.max(driven.next, index + 1);
      int id = run.journal().iterationStarted(driven.loop, index, run.valueOfItem(value, index));
      return Context.of(id, driven.path, index);
    }
  }

  /** Ends the loops that the program drove in a context that ends. */
  static void endAll(Run run, Context outer) {
    if (outer.drivesNone()) {
      return; // nor did another thread, whose work this one has waited for
    }
    synchronized (outer) {
      for (DrivenLoop driven : outer.driven().values()) {
        run.journal().loopEnded(driven.loop, false, System.nanoTime() - driven.started);
      }
      outer.driven().clear();
    }
  }
}
