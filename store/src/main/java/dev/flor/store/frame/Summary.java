package dev.flor.store.frame;

import dev.flor.store.db.Db;
import dev.flor.store.db.Typed;
import dev.flor.store.model.RunRow;
import dev.flor.store.packed.Asides;
import dev.flor.store.packed.TypeCode;
import dev.flor.store.packed.TypedList;
import dev.flor.store.packed.ValueChunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pivot without names: one row per run with its args and the last value of each name. */
final class Summary {
  private Summary() {}

  private record Last(Map<String, Object> cells, Origin origin) {}

  static Frame frame(Db db, List<Chosen> groups) {
    Map<Chosen, Last> lasts = new LinkedHashMap<>();
    Map<String, Integer> types = new TreeMap<>();
    for (Chosen one : groups) {
      Last last = last(db, one.group());
      last.cells()
          .forEach((name, value) ->
              types.merge(name, TypeCode.bitOf(value), (first, second) -> first | second));
      lasts.put(one, last);
    }
    List<Frame.Head> heads = new ArrayList<>();
    List.of("version", "run", "status").forEach(name -> heads.add(Frame.Head.text(name)));
    types.forEach((name, mask) -> heads.add(new Frame.Head(name, mask)));
    Origin.HEADINGS.forEach(heading -> heads.add(Frame.Head.text(heading)));
    List<Object[]> rows = new ArrayList<>();
    lasts.forEach((one, last) -> {
      List<Object> row = new ArrayList<>();
      row.add(one.version());
      row.add(one.run());
      row.add(one.group().base().status());
      types.keySet().forEach(name -> row.add(last.cells().get(name)));
      row.add(last.origin().source());
      row.add(last.origin().verdict());
      rows.add(row.toArray());
    });
    return new Frame(heads, rows.iterator());
  }

  private static Last last(Db db, RunGroup group) {
    Last last = new Last(new TreeMap<>(), new Origin());
    for (RunRow run : group.members()) {
      Map<String, Object> own = new TreeMap<>();
      db.query(
          "SELECT name, " + Typed.COLUMNS + " FROM arg WHERE run = ?",
          row -> own.put(row.getString(1), Typed.read(row, 2)),
          run.id());
      db.query(
          "SELECT c.name, c.data FROM packed.value_chunk c WHERE c.run = ? AND c.chunk ="
              + " (SELECT MAX(d.chunk) FROM packed.value_chunk d"
              + " WHERE d.run = c.run AND d.name = c.name)",
          row -> {
            TypedList values = ValueChunk.of(row.getBytes(2)).values();
            Object value = values.plain(values.size() - 1, Asides.of(db, run.id()));
            return own.put(row.getString(1), value);
          },
          run.id());
      own.forEach((name, value) -> {
        if (last.cells().putIfAbsent(name, value) == null) {
          last.origin().add(run);
        }
      });
    }
    return last;
  }
}
