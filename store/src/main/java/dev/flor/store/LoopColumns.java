package dev.flor.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One column per loop, outer loops first, in the order in which they were met. A loop inside a loop
 * of the same name gets a column of its own, {@code name.2}.
 */
final class LoopColumns {
  private final Map<Integer, LinkedHashMap<String, Integer>> byDepth = new TreeMap<>();
  private final Map<String, Integer> depths = new LinkedHashMap<>();

  void meet(Context context) {
    List<String> names = names(context);
    for (int depth = 0; depth < names.size(); depth++) {
      Integer known = depths.putIfAbsent(names.get(depth), depth);
      if (known == null) {
        byDepth.computeIfAbsent(depth, key -> new LinkedHashMap<>()).put(names.get(depth), depth);
      }
    }
  }

  private static List<String> names(Context context) {
    Map<String, Integer> met = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (Context turn : context.path()) {
      int times = met.merge(turn.loop(), 1, Integer::sum);
      names.add(times == 1 ? turn.loop() : turn.loop() + "." + times);
    }
    return names;
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    byDepth.values().forEach(loops -> names.addAll(loops.keySet()));
    return names;
  }

  /** What a context shows in these columns. */
  List<Object> cells(Context context) {
    Map<String, Object> shown = new LinkedHashMap<>();
    List<String> names = names(context);
    List<Context> path = context.path();
    for (int depth = 0; depth < names.size(); depth++) {
      shown.put(names.get(depth), path.get(depth).shown());
    }
    List<Object> cells = new ArrayList<>();
    names().forEach(name -> cells.add(shown.get(name)));
    return cells;
  }
}
