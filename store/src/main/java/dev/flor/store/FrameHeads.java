package dev.flor.store;

import dev.flor.journal.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The headings of a pivot, found before any value is read: from what is known of each run's names and loops. */
final class FrameHeads {
  private static final List<String> FIRST = List.of("version", "run");

  private final LoopPaths paths = new LoopPaths();
  private final Map<String, Integer> types = new LinkedHashMap<>();
  private final List<String> names;

  FrameHeads(Db db, List<Chosen> chosen, List<String> names) {
    this.names = names;
    Map<String, TreeSet<Integer>> met = new LinkedHashMap<>();
    TreeSet<String> runs = new TreeSet<>();
    chosen.forEach(one -> one.group().members().forEach(run -> runs.add(run.id())));
    Object[] asked = names.toArray();
    db.query(
        "SELECT run, name, types, paths FROM packed.series WHERE name = ANY(?) ORDER BY run, name",
        row -> runs.contains(row.getString(1))
            && meet(
                met.computeIfAbsent(row.getString(1), run -> new TreeSet<>()),
                row.getString(2),
                row.getInt(3),
                (Object[]) row.getArray(4).getArray()),
        (Object) asked);
    db.query(
        "SELECT run, name, type FROM arg WHERE name = ANY(?) ORDER BY run, name",
        row -> runs.contains(row.getString(1))
            && meet(
                new TreeSet<>(),
                row.getString(2),
                TypeCode.bit(Value.Type.valueOf(row.getString(3))),
                new Object[0]),
        (Object) asked);
    for (Chosen one : chosen) {
      for (RunRow run : one.group().members()) {
        if (met.containsKey(run.id())) {
          meetLoops(db, run.id(), met.get(run.id()));
        }
      }
    }
  }

  private boolean meet(SortedSet<Integer> ofRun, String name, int itsTypes, Object[] itsPaths) {
    types.merge(name, itsTypes, (one, other) -> one | other);
    Arrays.asList(itsPaths).forEach(path -> ofRun.add((Integer) path));
    return true;
  }

  private void meetLoops(Db db, String run, SortedSet<Integer> met) {
    List<Integer> numbers = new ArrayList<>(List.of(0));
    List<Integer> parents = new ArrayList<>(List.of(0));
    List<Integer> itsTypes = new ArrayList<>(List.of(0));
    db.query(
        "SELECT parent, name, types FROM packed.path WHERE run = ? ORDER BY path",
        row -> numbers.add(paths.path(numbers.get(row.getInt(1)), row.getString(2)))
            && parents.add(row.getInt(1))
            && itsTypes.add(row.getInt(3)),
        run);
    for (int path : met) {
      for (int at = path; at != 0; at = parents.get(at)) {
        paths.meet(numbers.get(at), itsTypes.get(at));
      }
    }
  }

  LoopPaths paths() {
    return paths;
  }

  /** Whether there is a column of that heading. */
  boolean has(String heading) {
    return FIRST.contains(heading)
        || Origin.HEADINGS.contains(heading)
        || names.contains(heading)
        || paths.headings().contains(heading);
  }

  List<Frame.Head> heads() {
    List<Frame.Head> heads = new ArrayList<>();
    FIRST.forEach(heading -> heads.add(Frame.Head.text(heading)));
    paths.headings().forEach(loop -> heads.add(new Frame.Head(loop, paths.types(loop))));
    names.forEach(name -> heads.add(new Frame.Head(name, types.getOrDefault(name, 0))));
    Origin.HEADINGS.forEach(heading -> heads.add(Frame.Head.text(heading)));
    return heads;
  }
}
