package dev.flor.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/**
 * The rows of a run that logged all names side by side: in the same turns of one loop, once each, in the order of
 * the turns. Nothing has to be brought together then, and no more than one chunk of each name is unpacked at a time.
 */
final class StraightWalk implements RowWalk {
  private final LongFunction<String> asides;
  private final TurnChain chain;
  private final int[] columns;
  private final List<List<byte[]>> data;
  private CompletableFuture<ValueChunk[]> ahead;
  private ValueChunk[] chunks;
  private LongList contexts = new LongList();
  private int number = -1;
  private int at;
  private int passed;

  /** @param columns for each path of the run the place of its column */
  private StraightWalk(
      List<List<byte[]>> data, LongFunction<String> asides, TurnChain chain, int[] columns) {
    this.data = data;
    this.asides = asides;
    this.columns = columns;
    this.chain = chain;
    this.chunks = new ValueChunk[data.size()];
    this.ahead = unpack(0);
  }

  /** The walk through a run, if it is that simple. */
  static Optional<StraightWalk> of(Db db, String run, List<String> names, int[] columns) {
    if (!logsInOneLoop(db, run, names)) {
      return Optional.empty();
    }
    List<List<byte[]>> data = new ArrayList<>();
    for (String name : names) {
      data.add(db.query(
          "SELECT data FROM packed.value_chunk WHERE run = ? AND name = ? ORDER BY chunk",
          row -> row.getBytes(1),
          run,
          name));
    }
    DenseReader turns = new DenseReader(db, "turn_chunk", run);
    DenseReader loops = new DenseReader(db, "loop_chunk", run);
    LongFunction<String> asides = Asides.of(db, run);
    return areSideBySide(data) && areInOrder(data, new TurnChain(turns, loops, asides))
        ? Optional.of(new StraightWalk(data, asides, new TurnChain(turns, loops, asides), columns))
        : Optional.empty();
  }

  /** Whether there is no arg among the names, and all that are logged are so in one loop and equally often. */
  private static boolean logsInOneLoop(Db db, String run, List<String> names) {
    Object[] asked = names.toArray();
    TreeSet<String> kinds = new TreeSet<>();
    db.query(
        "SELECT paths, logged FROM packed.series WHERE run = ? AND name = ANY(?)",
        row -> {
          Object[] paths = (Object[]) row.getArray(1).getArray();
          boolean one = paths.length == 1 && !paths[0].equals(0);
          return kinds.add(one ? paths[0] + " " + row.getLong(2) : "many");
        },
        run,
        asked);
    boolean args = db.first(
            "SELECT 1 FROM arg WHERE run = ? AND name = ANY(?)", row -> true, run, asked)
        .isPresent();
    return !args && kinds.size() == 1 && !kinds.contains("many");
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
    for (byte[] chunk : first(data)) {
      LongList contexts = ValueChunk.contexts(chunk);
      for (int i = 0; i < contexts.size(); i++) {
        if (!chain.to(contexts.getInt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public boolean next() {
    if (++at >= contexts.size() && !nextChunk()) {
      return false;
    }
    chain.to(contexts.getInt(at));
    return true;
  }

  private boolean nextChunk() {
    passed += contexts.size();
    at = 0;
    chunks = ahead.join();
    ahead = unpack(++number + 1);
    Optional<ValueChunk> any = Arrays.stream(chunks).filter(Objects::nonNull).findFirst();
    contexts = any.map(ValueChunk::contexts).orElseGet(LongList::new);
    return any.isPresent();
  }

  /** Unpacks the next chunk of each name while the rows of the one before it are read. */
  private CompletableFuture<ValueChunk[]> unpack(int next) {
    return CompletableFuture.supplyAsync(() -> {
      ValueChunk[] unpacked = new ValueChunk[data.size()];
      for (int n = 0; n < unpacked.length; n++) {
        if (next < data.get(n).size()) {
          unpacked[n] = ValueChunk.of(data.get(n).get(next));
          unpacked[n].contexts();
        }
      }
      return unpacked;
    });
  }

  @Override
  public void showLoops(Object[] cells, int first) {
    for (Optional<TurnChain> turn = Optional.of(chain);
        turn.isPresent();
        turn = turn.get().around()) {
      cells[first + columns[turn.get().path()]] = turn.get().shown();
    }
  }

  @Override
  public int value(int name) {
    return chunks[name] == null ? -1 : passed + at;
  }

  @Override
  public boolean allDoubles(int name) {
    return chunks[name] != null && chunks[name].values().allDoubles();
  }

  @Override
  public double number(int name) {
    return Double.longBitsToDouble(chunks[name].values().bits(at));
  }

  @Override
  public Object plain(int name) {
    return chunks[name].values().plain(at, asides);
  }

  @Override
  public int member(int name) {
    return 0;
  }
}
