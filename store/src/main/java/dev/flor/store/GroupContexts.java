package dev.flor.store;

import dev.flor.store.Context.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the runs of a group logged under some names into one tree of contexts. */
final class GroupContexts {
  /** H2 takes arrays of up to 65536. */
  private static final int SLICE = 50_000;

  private record LoopRow(int context, String name, int ordinal) {}

  private record Turn(int loop, long index, Object value) {}

  private record Logged(int context, String name, int ordinal, Object value) {}

  private final Db db;
  private final Object[] names;
  private final Context root = Context.root();

  private GroupContexts(Db db, List<String> names) {
    this.db = db;
    this.names = names.stream().distinct().toArray();
  }

  static Context read(Db db, RunGroup group, List<String> names) {
    GroupContexts contexts = new GroupContexts(db, names);
    group.members().forEach(contexts::add);
    return contexts.root;
  }

  private void add(RunRow run) {
    db.query(
        "SELECT name, " + Typed.COLUMNS + " FROM arg WHERE run = ? AND name = ANY(?) ORDER BY name",
        row -> {
          root.log(row.getString(1), 0, new Cell(Typed.read(row, 2), run));
          return root;
        },
        run.id(),
        names);
    List<Logged> values = db.query(
        "SELECT v.context, v.name, v.ordinal, v.type, v.number, v.whole, v.text, v.long_text"
            + " FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS asked(name)"
            + " JOIN value v ON v.run = ? AND v.name = asked.name ORDER BY 1, 2, 3",
        row -> new Logged(row.getInt(1), row.getString(2), row.getInt(3), Typed.read(row, 4)),
        names,
        run.id());
    Places places = new Places(run.id(), values);
    for (Logged value : values) {
      places.of(value.context()).log(value.name(), value.ordinal(), new Cell(value.value(), run));
    }
  }

  /** Finds the place of a run's contexts in the tree; reads only the turns that are needed. */
  private final class Places {
    private final String run;
    private final Map<Integer, LoopRow> loops = new LinkedHashMap<>();
    private final Map<Integer, Turn> turns = new LinkedHashMap<>();
    private final Map<Integer, Context> found = new LinkedHashMap<>();

    Places(String run, List<Logged> values) {
      this.run = run;
      found.put(0, root);
      TreeSet<Integer> logged = new TreeSet<>();
      values.forEach(value -> logged.add(value.context()));
      logged.remove(0);
      for (Set<Integer> wanted = logged; !wanted.isEmpty(); ) {
        wanted = parentsOf(wanted);
      }
    }

    /** Reads these turns; gives those they are in. */
    private Set<Integer> parentsOf(Set<Integer> wanted) {
      Set<Integer> parents = new TreeSet<>();
      List<Integer> all = List.copyOf(wanted);
      for (int from = 0; from < all.size(); from += SLICE) {
        read(all.subList(from, Math.min(all.size(), from + SLICE)), parents);
      }
      parents.removeAll(turns.keySet());
      parents.remove(0);
      return parents;
    }

    private void read(List<Integer> wanted, Set<Integer> parents) {
      db.query(
          "SELECT i.context, i.loop, i.iteration, i.type, i.number, i.whole, i.text, i.long_text,"
              + " l.context, l.name, l.ordinal"
              + " FROM UNNEST(CAST(? AS INTEGER ARRAY)) AS wanted(context)"
              + " JOIN iteration i ON i.run = ? AND i.context = wanted.context"
              + " JOIN loop l ON l.run = i.run AND l.loop = i.loop",
          row -> {
            turns.put(row.getInt(1), new Turn(row.getInt(2), row.getLong(3), Typed.read(row, 4)));
            loops.put(row.getInt(2), new LoopRow(row.getInt(9), row.getString(10), row.getInt(11)));
            return parents.add(row.getInt(9));
          },
          wanted.toArray(),
          run);
    }

    Context of(int context) {
      Context known = found.get(context);
      if (known == null) {
        Turn turn = Optional.ofNullable(turns.get(context))
            .orElseThrow(
                () -> new IllegalStateException("run " + run + " has no context " + context));
        LoopRow loop = loops.get(turn.loop());
        known = of(loop.context()).enter(loop.name(), loop.ordinal(), turn.index(), turn.value());
        found.put(context, known);
      }
      return known;
    }
  }
}
