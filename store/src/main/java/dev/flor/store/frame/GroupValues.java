package dev.flor.store.frame;

import dev.flor.store.db.Db;
import dev.flor.store.db.Typed;
import dev.flor.store.packed.Asides;
import dev.flor.store.packed.LongList;
import dev.flor.store.packed.TypedList;
import dev.flor.store.packed.ValueChunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Reads what the runs of a group have under some names, and the turns it was logged in, brought together. */
final class GroupValues {
  /** What one run logged under one name: contexts first, turns later. */
  private record Raw(LongList contexts, LongList ordinals, TypedList values) {}

  private final Db db;
  private final List<String> names;
  private final FrameHeads heads;
  private final List<List<NameValues.Part>> parts = new ArrayList<>();
  private final List<LongFunction<String>> asides = new ArrayList<>();
  private Turns turns = new Turns(0);

  private GroupValues(Db db, List<String> names, FrameHeads heads) {
    this.db = db;
    this.names = names;
    this.heads = heads;
    names.forEach(name -> parts.add(new ArrayList<>()));
  }

  /** @param heads know what the loops of all runs are called */
  static GroupValues read(Db db, RunGroup group, List<String> names, FrameHeads heads) {
    GroupValues values = new GroupValues(db, names, heads);
    for (int member = 0; member < group.members().size(); member++) {
      values.add(member, group.members().get(member).id());
    }
    return values;
  }

  Turns turns() {
    return turns;
  }

  /** What there is under each name, in their order. */
  List<NameValues> values() {
    return parts.stream().map(part -> NameValues.of(part, asides)).toList();
  }

  private void add(int member, String run) {
    asides.add(Asides.of(db, run));
    addArgs(member, run);
    List<Raw> raws = names.stream().map(name -> raw(run, name)).toList();
    LongList contexts = new LongList();
    for (Raw raw : raws) {
      contexts = LongList.union(contexts, raw.contexts().sortedOnce());
    }
    contexts = contexts.without(LongList.of(new long[] {0}));
    RunTurns own = new RunTurns(db, run, heads.paths(run), contexts);
    Turns ownTurns = own.turns();
    boolean first = turns.size() == 1;
    int[] merged = first ? null : new TurnIndex(turns).add(ownTurns);
    turns = first ? ownTurns : turns;
    Places places = new Places(own.contexts());
    for (int n = 0; n < names.size(); n++) {
      Raw raw = raws.get(n);
      for (int i = 0; i < raw.contexts().size(); i++) {
        int turn = places.of(raw.contexts().get(i));
        raw.contexts().set(i, merged == null ? turn : merged[turn]);
      }
      parts.get(n).add(new NameValues.Part(member, raw.contexts(), raw.ordinals(), raw.values()));
    }
  }

  private void addArgs(int member, String run) {
    Map<String, TypedList> args = new LinkedHashMap<>();
    db.query(
        "SELECT name, " + Typed.COLUMNS + " FROM arg WHERE run = ? ORDER BY name",
        row -> {
          TypedList one = new TypedList();
          one.add(Typed.value(row, 2));
          return args.put(row.getString(1), one);
        },
        run);
    for (int n = 0; n < names.size(); n++) {
      TypedList arg = args.get(names.get(n));
      if (arg != null) {
        LongList ordinal = LongList.of(new long[] {NameValues.ARG});
        parts.get(n).add(new NameValues.Part(member, LongList.of(new long[] {0}), ordinal, arg));
      }
    }
  }

  private Raw raw(String run, String name) {
    int room = db.first(
            "SELECT logged FROM packed.series WHERE run = ? AND name = ?",
            row -> Math.toIntExact(row.getLong(1)),
            run,
            name)
        .orElse(0);
    Raw raw = new Raw(new LongList(room), new LongList(), new TypedList(room));
    if (room == 0) {
      return raw;
    }
    db.query(
        "SELECT data FROM packed.value_chunk WHERE run = ? AND name = ? ORDER BY chunk",
        row -> ValueChunk.of(row.getBytes(1)).addTo(raw.contexts(), raw.ordinals(), raw.values()),
        run,
        name);
    return raw;
  }
}
