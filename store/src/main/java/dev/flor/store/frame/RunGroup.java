package dev.flor.store.frame;

import dev.flor.store.db.Db;
import dev.flor.store.db.Typed;
import dev.flor.store.model.RunRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A base run with the replays whose values are shown beside its own. Base runs are the recorded ones;
 * where a version has none, the first replay of that version with those args.
 *
 * @param base the run the rows are named by
 * @param members base first, then its replays; the earlier one wins where two have a value
 */
record RunGroup(RunRow base, List<RunRow> members) {
  /** The groups of all runs, by base run; of those that diverged only if {@code diverged}. */
  static List<RunGroup> all(Db db, List<RunRow> runs, boolean diverged) {
    Map<String, RunGroup> groups = new TreeMap<>();
    runs.stream().filter(run -> !run.replayed()).forEach(run -> groups.put(run.id(), of(run)));
    List<RunRow> replays = runs.stream()
        .filter(run -> run.replayed() && (diverged || !run.diverged()))
        .toList();
    if (!replays.isEmpty()) {
      addBestFirst(groups, replays, args(db));
    }
    return List.copyOf(groups.values());
  }

  /** Those a verdict calls well, then those of which none speaks, then the diverged; in each the newest first. */
  private static void addBestFirst(
      Map<String, RunGroup> groups, List<RunRow> replays, Map<String, String> args) {
    Map<String, String> unrecorded = new LinkedHashMap<>();
    replays.stream()
        .sorted(Comparator.comparing(RunRow::diverged)
            .thenComparing(run -> run.verdict().isEmpty())
            .thenComparing(RunRow::id, Comparator.reverseOrder()))
        .forEach(run -> {
          String same = run.version().orElse(run.id()) + " " + args.getOrDefault(run.id(), "");
          String base = run.baseRun()
              .filter(groups::containsKey)
              .orElseGet(() -> unrecorded.computeIfAbsent(same, key -> run.id()));
          groups.computeIfAbsent(base, key -> of(run)).add(run);
        });
  }

  private static RunGroup of(RunRow base) {
    return new RunGroup(base, new ArrayList<>(List.of(base)));
  }

  private void add(RunRow replay) {
    if (!replay.id().equals(base.id())) {
      members.add(replay);
    }
  }

  private static Map<String, String> args(Db db) {
    Map<String, StringBuilder> args = new TreeMap<>();
    db.query(
        "SELECT run, name, " + Typed.COLUMNS + " FROM arg ORDER BY run, name",
        row -> args.computeIfAbsent(row.getString(1), run -> new StringBuilder())
            .append(row.getString(2))
            .append('=')
            .append(Typed.read(row, 3))
            .append('\n'));
    Map<String, String> texts = new TreeMap<>();
    args.forEach((run, text) -> texts.put(run, text.toString()));
    return texts;
  }

  /** Whether the group is of the commit whose id begins so: its snapshot, or what HEAD was. */
  boolean isOf(String version) {
    return commitLike(version).isPresent();
  }

  Optional<String> commitLike(String version) {
    return base.head().filter(id -> id.startsWith(version)).or(() -> base.version()
        .filter(id -> id.startsWith(version)));
  }
}
