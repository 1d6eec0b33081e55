package dev.flor.store;

import dev.flor.store.Context.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers one {@link Dataframe}. */
final class Pivot {
  /** A group and the commit it is shown under. */
  private record Chosen(RunGroup group, Optional<String> commit) {}

  private final Db db;
  private final Dataframe question;

  Pivot(Db db, Dataframe question) {
    this.db = db;
    this.question = question;
  }

  static List<String> names(Db db) {
    return db.query("SELECT name FROM name ORDER BY name", row -> row.getString(1));
  }

  View view() {
    List<String> known = names(db);
    question.names().forEach(name -> check(name, known));
    List<Chosen> chosen = chosen();
    return question.names().isEmpty()
        ? Summary.view(db, chosen.stream().map(Chosen::group).toList())
        : pivoted(chosen);
  }

  private void check(String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw new UnknownNameException(
          "no run has logged '" + name + "'",
          known.isEmpty()
              ? "nothing is logged yet: `flor run` your program first"
              : Nearness.nearest(name, known)
                  .map(near -> "did you mean '" + near + "'?")
                  .orElse("logged are: " + String.join(", ", known)));
    }
  }

  private List<Chosen> chosen() {
    List<RunRow> runs = Runs.all(db);
    question.runs().forEach(run -> check(run, runs));
    List<RunGroup> groups = RunGroup.all(db, runs, question.diverged()).stream()
        .filter(this::isAsked)
        .toList();
    Map<String, Chosen> chosen = new LinkedHashMap<>();
    for (String version : question.versions()) {
      for (RunGroup group : groups) {
        group
            .commitLike(version)
            .ifPresent(
                id -> chosen.putIfAbsent(group.base().id(), new Chosen(group, Optional.of(id))));
      }
    }
    if (question.versions().isEmpty()) {
      groups.forEach(group -> chosen.put(
          group.base().id(), new Chosen(group, group.base().head().or(group.base()::version))));
    }
    return latest(List.copyOf(chosen.values()));
  }

  private static void check(String run, List<RunRow> runs) {
    if (runs.stream().noneMatch(known -> known.id().equals(run))) {
      throw new UnknownRunException(run);
    }
  }

  /** A replay's values are asked for with those of its base run. */
  private boolean isAsked(RunGroup group) {
    return question.runs().isEmpty()
        || group.members().stream().anyMatch(run -> question.runs().contains(run.id()));
  }

  private List<Chosen> latest(List<Chosen> chosen) {
    if (!question.latestOnly()) {
      return chosen;
    }
    return chosen.stream()
        .max(java.util.Comparator.comparing(one -> one.group().base().id()))
        .map(List::of)
        .orElse(List.of());
  }

  private View pivoted(List<Chosen> chosen) {
    Map<Chosen, List<PivotRows.Row>> rows = new LinkedHashMap<>();
    LoopColumns loops = new LoopColumns();
    for (Chosen one : chosen) {
      Context root = GroupContexts.read(db, one.group(), question.names());
      List<PivotRows.Row> found = PivotRows.of(root);
      found.forEach(row -> loops.meet(row.context()));
      rows.put(one, found);
    }
    List<String> headings = new ArrayList<>(List.of("version", "run"));
    headings.addAll(loops.names());
    headings.addAll(question.names());
    headings.addAll(Origin.HEADINGS);
    List<List<Object>> cells = new ArrayList<>();
    rows.forEach((one, found) -> found.forEach(row -> cells.add(cells(one, row, loops))));
    return Cells.view(headings, cells);
  }

  private List<Object> cells(Chosen one, PivotRows.Row row, LoopColumns loops) {
    List<Object> cells = new ArrayList<>();
    cells.add(one.commit().map(id -> id.substring(0, Math.min(7, id.length()))).orElse(null));
    cells.add(one.group().base().id());
    cells.addAll(loops.cells(row.context()));
    Origin origin = new Origin();
    for (String name : question.names()) {
      Cell cell = row.cells().get(name);
      cells.add(cell == null ? null : cell.value());
      if (cell != null) {
        origin.add(cell.run());
      }
    }
    cells.addAll(origin.cells());
    return cells;
  }
}
