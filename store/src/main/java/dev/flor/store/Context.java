package dev.flor.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One turn of a loop, or the whole run, with what was logged in it by the runs of a group. Two runs
 * mean the same context when loop names, loop ordinals and iteration numbers agree all the way up.
 */
final class Context {
  /** A logged value and the run that logged it. */
  record Cell(Object value, RunRow run) {}

  /** The how-many-th loop of some name in a context. */
  private record LoopKey(String name, int ordinal) {}

  private final Optional<Context> parent;
  private final String loop;
  private final Object shown;
  private final Map<LoopKey, TreeMap<Long, Context>> children = new LinkedHashMap<>();
  private final Map<String, TreeMap<Integer, Cell>> values = new TreeMap<>();

  private Context(Optional<Context> parent, String loop, Object shown) {
    this.parent = parent;
    this.loop = loop;
    this.shown = shown;
  }

  static Context root() {
    return new Context(Optional.empty(), "", null);
  }

  /** @param value what the loop was over there; shown when it is a number or a text */
  Context enter(String name, int ordinal, long index, Object value) {
    boolean telling = value instanceof Number || value instanceof String;
    return children
        .computeIfAbsent(new LoopKey(name, ordinal), key -> new TreeMap<>())
        .computeIfAbsent(
            index, key -> new Context(Optional.of(this), name, telling ? value : index));
  }

  /** Adds a value unless an earlier run of the group has one there. */
  void log(String name, int ordinal, Cell cell) {
    values.computeIfAbsent(name, key -> new TreeMap<>()).putIfAbsent(ordinal, cell);
  }

  /** The contexts right below, loops in the order in which they were met, turns by number. */
  List<Context> children() {
    List<Context> all = new ArrayList<>();
    children.values().forEach(turns -> all.addAll(turns.values()));
    return all;
  }

  SortedSet<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /** What was logged under a name here, in order. */
  List<Cell> logged(String name) {
    Collection<Cell> cells = values.getOrDefault(name, new TreeMap<>()).values();
    return Collections.unmodifiableList(new ArrayList<>(cells));
  }

  /** The turns this one is in, outermost first, itself last; nothing for the whole run. */
  List<Context> path() {
    List<Context> path = new ArrayList<>();
    for (Context at = this; at.parent.isPresent(); at = at.parent.get()) {
      path.add(0, at);
    }
    return path;
  }

  String loop() {
    return loop;
  }

  /** Value of the turn, or its number. */
  Object shown() {
    return shown;
  }
}
