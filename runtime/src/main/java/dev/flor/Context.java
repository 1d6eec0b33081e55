package dev.flor;

import dev.flor.journal.JournalWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where values belong: the root, or one turn of a loop. Several threads may share one. */
final class Context {
  private static final int UNTOLD = -1;

  private int id;
  private final LoopFrame frame;
  private final List<String> loopPath;
  private final long index;
  private Map<String, Integer> loops; // looked up, never walked
  private Map<String, DrivenLoop> driven;

  private Context(int id, LoopFrame frame, List<String> loopPath, long index) {
    this.id = id;
    this.frame = frame;
    this.loopPath = loopPath;
    this.index = index;
  }

  static Context root() {
    return new Context(0, null, List.of(), 0);
  }

  /** The context of a turn. */
  static Context of(int id, List<String> loopPath, long index) {
    return new Context(id, null, loopPath, index);
  }

  /** The context of a turn that the journal is told of when something happens in it. */
  static Context untold(LoopFrame frame, List<String> loopPath, long index) {
    return new Context(UNTOLD, frame, loopPath, index);
  }

  /** Its number. An untold one is told now; until then only the thread that began it knows it. */
  int id() {
    if (id == UNTOLD) {
      id = frame.tellTurn();
    }
    return id;
  }

  /** Logs a number here. */
  void log(JournalWriter journal, String name, double value) {
    if (id == UNTOLD) {
      id = frame.tellTurn(name, value);
    } else {
      journal.value(id, name, value);
    }
  }

  boolean isRoot() {
    return loopPath.isEmpty();
  }

  /** Loop names, ordinals and indices from the root: the same in every execution of the program. */
  List<String> path() {
    List<String> path = new ArrayList<>(loopPath);
    if (!isRoot()) {
      path.add(Long.toString(index));
    }
    return path;
  }

  /** How many loops of that name began here before. Called while the journal is told of one. */
  int countLoop(String name) {
    if (loops == null) {
      loops = new HashMap<>();
    }
    Integer before = loops.get(name);
    int count = before == null ? 0 : before;
    loops.put(name, count + 1);
    return count;
  }

  static List<String> loopPath(List<String> contextPath, String name, int ordinal) {
    List<String> path = new ArrayList<>(contextPath);
    path.add(name);
    path.add(Integer.toString(ordinal));
    return path;
  }

  /** The loops that the program drives itself and that are open here. */
  Map<String, DrivenLoop> driven() {
    if (driven == null) {
      driven = new LinkedHashMap<>();
    }
    return driven;
  }

  boolean drivesNone() {
    return driven == null;
  }
}
