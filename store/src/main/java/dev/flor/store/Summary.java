package dev.flor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pivot without names: one row per run with its args and the last value of each name. */
final class Summary {
  private Summary() {}

  private record Last(Map<String, Object> cells, Origin origin) {}

  static View view(Db db, List<RunGroup> groups) {
    Map<RunGroup, Last> lasts = new java.util.LinkedHashMap<>();
    Map<String, Integer> names = new TreeMap<>();
    for (RunGroup group : groups) {
      Last last = last(db, group);
      last.cells().keySet().forEach(name -> names.put(name, 0));
      lasts.put(group, last);
    }
    List<String> headings = new ArrayList<>(List.of("version", "run", "status"));
    headings.addAll(names.keySet());
    headings.addAll(Origin.HEADINGS);
    List<List<Object>> rows = new ArrayList<>();
    lasts.forEach((group, last) -> {
      List<Object> row = new ArrayList<>();
      RunRow base = group.base();
      row.add(base.head()
          .or(base::version)
          .map(id -> id.substring(0, Math.min(7, id.length())))
          .orElse(null));
      row.add(base.id());
      row.add(base.status());
      names.keySet().forEach(name -> row.add(last.cells().get(name)));
      row.addAll(last.origin().cells());
      rows.add(row);
    });
    return Cells.view(headings, rows);
  }

  private static Last last(Db db, RunGroup group) {
    Last last = new Last(new TreeMap<>(), new Origin());
    for (RunRow run : group.members()) {
      String columns = "name, " + Typed.COLUMNS;
      Map<String, Object> own = new TreeMap<>();
      db.query(
          "SELECT " + columns + " FROM arg WHERE run = ?",
          row -> own.put(row.getString(1), Typed.read(row, 2)),
          run.id());
      db.query(
          "SELECT " + columns + " FROM value v WHERE run = ? AND seq ="
              + " (SELECT MAX(seq) FROM value w WHERE w.run = v.run AND w.name = v.name)",
          row -> own.put(row.getString(1), Typed.read(row, 2)),
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
