package dev.flor.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where in its loops a run was, asked of the views and told in words: {@code epoch=7 step=3}. */
final class Whereabouts {
  private final FlorStore store;
  private final String run;
  private final Map<Long, List<Step>> known = new LinkedHashMap<>();

  Whereabouts(FlorStore store, String run) {
    this.store = store;
    this.run = run;
    known.put(0L, List.of());
  }

  /**
   * One turn of a loop.
   *
   * @param loop its name, with its number if it is not the first of that name there
   */
  record Step(String loop, long turn) {
    @Override
    public String toString() {
      return loop + "=" + turn;
    }
  }

  /** The turns around a context, outermost first. */
  List<Step> of(long context) {
    learn(List.of(context));
    return known.get(context);
  }

  /** Asks for many contexts at once: one query for each level of loops, not for each context. */
  void learn(Collection<Long> contexts) {
    Map<Long, Turn> turns = new TreeMap<>();
    SortedSet<Long> unknown = new TreeSet<>(contexts);
    unknown.removeAll(known.keySet());
    while (!unknown.isEmpty()) {
      SortedSet<Long> around = new TreeSet<>();
      for (List<Object> row : rows(unknown)) {
        Turn turn =
            new Turn(new Step(loop(row.get(1), row.get(2)), (Long) row.get(3)), (Long) row.get(4));
        turns.put((Long) row.get(0), turn);
        around.add(turn.around());
      }
      around.removeAll(known.keySet());
      around.removeAll(turns.keySet());
      unknown = around;
    }
    turns.forEach((context, turn) -> known.put(context, path(turn, turns)));
  }

  private record Turn(Step step, long around) {}

  private List<Step> path(Turn turn, Map<Long, Turn> turns) {
    List<Step> steps = new ArrayList<>();
    List<Step> before = known.get(turn.around());
    steps.addAll(before == null ? path(turns.get(turn.around()), turns) : before);
    steps.add(turn.step());
    return List.copyOf(steps);
  }

  private List<List<Object>> rows(SortedSet<Long> contexts) {
    String list = contexts.stream().map(Object::toString).collect(Collectors.joining(", "));
    return store
        .query("SELECT i.context, l.name, l.ordinal, i.iteration, l.context AS around"
            + " FROM iteration i JOIN loop l ON l.run = i.run AND l.loop = i.loop"
            + " WHERE i.run = " + quoted(run) + " AND i.context IN (" + list + ")")
        .rows();
  }

  static String loop(Object name, Object ordinal) {
    return (Long) ordinal == 0 ? (String) name : name + "#" + ordinal;
  }

  static String told(List<Step> steps) {
    return String.join(" ", steps.stream().map(Step::toString).toList());
  }

  /** A text as SQL writes it. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
