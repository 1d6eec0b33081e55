package dev.flor.store.frame;

import dev.flor.store.db.Db;
import dev.flor.store.packed.Asides;
import dev.flor.store.packed.LongList;
import dev.flor.store.packed.LoopChunk;
import dev.flor.store.packed.TurnChunk;
import dev.flor.store.packed.TypedList;
import dev.flor.store.packed.ValueChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * The rows of a run that logged all names side by side: in the same turns of one loop, once each, in the order of
 * the turns. Nothing has to be brought together then, and no more than one chunk of each name is unpacked at a time.
 */
final class StraightWalk implements RowWalk {
  private final LongFunction<String> asides;
  private final List<List<byte[]>> data;
  private final TurnColumn[] loops;
  private final List<TurnColumn> around = new ArrayList<>();
  private final int chunks;
  private final TypedList[] values;
  private final LongList[] doubles;
  private int chunk = -1;
  private int size;
  private int at;
  private int passed;

  /** @param columns for each path of the run the place of its column */
  private StraightWalk(
      List<List<byte[]>> data,
      LongFunction<String> asides,
      DenseReader<TurnChunk> turns,
      DenseReader<LoopChunk> loops,
      int[] columns) {
    this.data = data;
    this.asides = asides;
    this.chunks = first(data).size();
    this.values = new TypedList[data.size()];
    this.doubles = new LongList[data.size()];
    this.loops = new TurnColumn[Arrays.stream(columns).max().orElse(-1) + 1];
    TurnColumn column = new TurnColumn(
        turns, loops, asides, () -> ValueChunk.contexts(first(data).get(chunk)));
    int context = ValueChunk.contexts(first(data).get(0)).getInt(0);
    while (context != 0) {
      int loop = turns.holding(context).loop(context);
      this.loops[columns[loops.holding(loop).path(loop)]] = column;
      around.add(column);
      column = column.outer();
      context = loops.holding(loop).context(loop);
    }
  }

  /** The walk through a run that logged all it has of the names in one loop, if it is that simple. */
  static Optional<StraightWalk> of(Db db, String run, List<String> names, int[] columns) {
    Map<String, SortedMap<Integer, byte[]>> chunks = new LinkedHashMap<>();
    names.forEach(name -> chunks.put(name, new TreeMap<>()));
    db.query(
        "SELECT name, chunk, data FROM packed.value_chunk WHERE run = ? AND name = ANY(?)",
        row -> chunks.get(row.getString(1)).put(row.getInt(2), row.getBytes(3)),
        run,
        names.toArray());
    List<List<byte[]>> data =
        names.stream().map(name -> List.copyOf(chunks.get(name).values())).toList();
    DenseReader<TurnChunk> turns = DenseReader.turns(db, run);
    DenseReader<LoopChunk> loops = DenseReader.loops(db, run);
    return areSideBySide(data) && areInOrder(data, new TurnChain(turns, loops))
        ? Optional.of(new StraightWalk(data, Asides.of(db, run), turns, loops, columns))
        : Optional.empty();
  }

  private static boolean areSideBySide(List<List<byte[]>> data) {
    List<byte[]> first = first(data);
    for (List<byte[]> name : data) {
      if (!name.isEmpty() && name.size() != first.size()) {
        return false;
      }
      for (int i = 0; i < name.size(); i++) {
        if (!ValueChunk.haveSameTurns(first.get(i), name.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<byte[]> first(List<List<byte[]>> data) {
    return data.stream().filter(name -> !name.isEmpty()).findFirst().orElseThrow();
  }

  private static boolean areInOrder(List<List<byte[]>> data, TurnChain chain) {
    return first(data).stream().map(ValueChunk::contexts).allMatch(chain::follows);
  }

  @Override
  public boolean next() {
    return ++at < size || nextChunk();
  }

  private boolean nextChunk() {
    passed += size;
    at = 0;
    size = 0;
    if (++chunk < chunks) {
      for (int n = 0; n < values.length; n++) {
        if (!data.get(n).isEmpty()) {
          values[n] = ValueChunk.of(data.get(n).get(chunk)).values();
          doubles[n] = values[n].allDoubles() ? values[n].bits() : null;
          size = values[n].size();
        }
      }
      around.forEach(TurnColumn::forget);
    }
    return size > 0;
  }

  @Override
  public boolean isWhole(int loop) {
    return loop < loops.length && loops[loop] != null && loops[loop].isWhole();
  }

  @Override
  public long whole(int loop) {
    return loops[loop].whole(at);
  }

  @Override
  public Object shown(int loop) {
    return loop < loops.length && loops[loop] != null ? loops[loop].shown(at) : null;
  }

  @Override
  public int value(int name) {
    return values[name] == null ? -1 : passed + at;
  }

  @Override
  public boolean allDoubles(int name) {
    return doubles[name] != null;
  }

  @Override
  public double number(int name) {
    return Double.longBitsToDouble(doubles[name].get(at));
  }

  @Override
  public Object plain(int name) {
    return values[name].plain(at, asides);
  }

  @Override
  public int member(int name) {
    return 0;
  }
}
