package dev.flor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where values belong: the root, or one turn of a loop. Several threads may share one. */
final class Context {
  private final int id;
  private final List<String> path;
  private final Map<String, Integer> loops = new HashMap<>(); // looked up, never walked
  private final Map<String, DrivenLoop> driven = new LinkedHashMap<>();

  private Context(int id, List<String> path) {
    this.id = id;
    this.path = path;
  }

  static Context root() {
    return new Context(0, List.of());
  }

  /** The context of a turn. */
  static Context of(int id, List<String> loopPath, long index) {
    List<String> path = new ArrayList<>(loopPath);
    path.add(Long.toString(index));
    return new Context(id, path);
  }

  int id() {
    return id;
  }

  boolean isRoot() {
    return path.isEmpty();
  }

  /** Loop names, ordinals and indices from the root: the same in every execution of the program. */
  List<String> path() {
    return path;
  }

  /** How many loops of that name began here before. Called while the journal is told of one. */
  int countLoop(String name) {
    return loops.merge(name, 1, Integer::sum) - 1;
  }

  static List<String> loopPath(List<String> contextPath, String name, int ordinal) {
    List<String> path = new ArrayList<>(contextPath);
    path.add(name);
    path.add(Integer.toString(ordinal));
    return path;
  }

  /** The loops that the program drives itself and that are open here. */
  Map<String, DrivenLoop> driven() {
    return driven;
  }
}
