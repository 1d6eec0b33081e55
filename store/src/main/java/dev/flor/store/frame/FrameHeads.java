package dev.flor.store.frame;

import dev.flor.journal.Value;
import dev.flor.store.db.Db;
import dev.flor.store.model.RunRow;
import dev.flor.store.packed.TypeCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The headings of a pivot, found before any value is read: from what is known of each run's names and loops. */
final class FrameHeads {
  private static final List<String> FIRST = List.of("version", "run");
  private static final String MANY = "many";

  private final Db db;
  private final LoopPaths paths = new LoopPaths();
  private final Map<String, Integer> types = new LinkedHashMap<>();
  private final Map<String, int[]> pathsOfRuns = new LinkedHashMap<>();
  private final Map<String, TreeSet<Integer>> met = new LinkedHashMap<>();

  /** For each run one word for all names that it logged equally often in the same loop. */
  private final Map<String, TreeSet<String>> kinds = new LinkedHashMap<>();

  private final List<String> names;

  FrameHeads(Db db, List<Chosen> chosen, List<String> names) {
    this.db = db;
    this.names = names;
    TreeSet<String> runs = new TreeSet<>();
    chosen.forEach(one -> one.group().members().forEach(run -> runs.add(run.id())));
    Object[] asked = names.toArray();
    db.query(
        "SELECT run, name, types, paths, logged FROM packed.series WHERE name = ANY(?)"
            + " ORDER BY run, name",
        row -> runs.contains(row.getString(1))
            && meet(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                (Object[]) row.getArray(4).getArray(),
                row.getLong(5)),
        (Object) asked);
    db.query(
        "SELECT run, name, type FROM arg WHERE name = ANY(?) ORDER BY run, name",
        row -> runs.contains(row.getString(1))
            && meetArg(row.getString(1), row.getString(2), row.getString(3)),
        (Object) asked);
    for (Chosen one : chosen) {
      for (RunRow run : one.group().members()) {
        if (met.containsKey(run.id())) {
          meetLoops(run.id(), met.get(run.id()));
        }
      }
    }
  }

  private boolean meet(String run, String name, int itsTypes, Object[] itsPaths, long logged) {
    types.merge(name, itsTypes, (one, other) -> one | other);
    TreeSet<Integer> ofRun = met.computeIfAbsent(run, key -> new TreeSet<>());
    for (Object path : itsPaths) {
      ofRun.add((Integer) path);
    }
    boolean one = itsPaths.length == 1 && !itsPaths[0].equals(0);
    return kinds
        .computeIfAbsent(run, key -> new TreeSet<>())
        .add(one ? itsPaths[0] + " " + logged : MANY);
  }

  private boolean meetArg(String run, String name, String type) {
    types.merge(name, TypeCode.bit(Value.Type.valueOf(type)), (one, other) -> one | other);
    return kinds.computeIfAbsent(run, key -> new TreeSet<>()).add(MANY);
  }

  private void meetLoops(String run, SortedSet<Integer> some) {
    List<Integer> numbers = new ArrayList<>(List.of(0));
    List<Integer> parents = new ArrayList<>(List.of(0));
    List<Integer> itsTypes = new ArrayList<>(List.of(0));
    db.query(
        "SELECT parent, name, types FROM packed.path WHERE run = ? ORDER BY path",
        row -> numbers.add(paths.path(numbers.get(row.getInt(1)), row.getString(2)))
            && parents.add(row.getInt(1))
            && itsTypes.add(row.getInt(3)),
        run);
    for (int path : some) {
      for (int at = path; at != 0; at = parents.get(at)) {
        paths.meet(numbers.get(at), itsTypes.get(at));
      }
    }
    pathsOfRuns.put(run, numbers.stream().mapToInt(number -> number).toArray());
  }

  /** For each path of a run its number among those of all runs. */
  int[] paths(String run) {
    if (!pathsOfRuns.containsKey(run)) {
      meetLoops(run, new TreeSet<>());
    }
    return pathsOfRuns.get(run);
  }

  /** Whether a run took none of the names as an arg, and logged all that it logged in one loop and equally often. */
  boolean areOfOneLoop(String run) {
    TreeSet<String> itsKinds = kinds.getOrDefault(run, new TreeSet<>());
    return itsKinds.size() == 1 && !itsKinds.contains(MANY);
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
