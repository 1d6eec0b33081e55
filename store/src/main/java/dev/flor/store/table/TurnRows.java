package dev.flor.store.table;

import dev.flor.store.packed.DenseChunk;
import dev.flor.store.packed.TurnChunk;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueVarchar;

/** The rows of ITERATION: run, context, loop, iteration, what the loop was over, nanos. */
final class TurnRows extends PackedRows {
  private static final int RUN = 0;
  private static final int CONTEXT = 1;
  private static final int WIDTH = 10;

  @Override
  int[] keys() {
    return new int[] {RUN, CONTEXT};
  }

  @Override
  double[] shares() {
    return new double[] {0.02, 0.0001};
  }

  @Override
  long estimate(PackedReader reader) {
    return reader.rowsOf("TURN_CHUNK") * DenseChunk.FULL;
  }

  @Override
  List<Place> places(PackedReader reader, PackedBounds bounds) {
    return dense(
        reader, "turn_chunk", bounds.only(RUN), bounds.lowest(CONTEXT), bounds.highest(CONTEXT));
  }

  /** The chunks of a table by run and first id that may hold ids between these. */
  static List<Place> dense(PackedReader reader, String table, String run, int low, int high) {
    List<Place> all = reader.list(List.of(table, "" + run, run == null), from -> {
      String sql = "SELECT run, first FROM packed." + table;
      List<Value[]> rows = run == null
          ? from.select(sql + " ORDER BY run, first")
          : from.select(sql + " WHERE run = ? ORDER BY first", run);
      return rows.stream()
          .map(row -> new Place(row[0].getString(), "", row[1].getInt()))
          .toList();
    });
    if (low == Integer.MIN_VALUE && high == Integer.MAX_VALUE) {
      return all;
    }
    List<Place> some = new ArrayList<>();
    for (int i = run == null ? 0 : lastUpTo(all, low); i < all.size(); i++) {
      if (run != null && all.get(i).number() > high) {
        break;
      }
      some.add(all.get(i));
    }
    return some;
  }

  /** Where in the places of one run the one is that may hold this id; they are sorted. */
  private static int lastUpTo(List<Place> places, int id) {
    int from = 0;
    int to = places.size();
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      if (places.get(middle).number() <= id) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }

  @Override
  Iterator<Value[]> rows(PackedReader reader, Place place, PackedBounds bounds) {
    TurnChunk chunk = reader.chunk(
        place,
        bytes -> TurnChunk.of(place.number(), bytes),
        "SELECT data FROM packed.turn_chunk WHERE run = ? AND first = ?",
        place.run(),
        place.number());
    Value run = ValueVarchar.get(place.run());
    return ids(chunk, bounds.lowest(CONTEXT), bounds.highest(CONTEXT))
        .mapToObj(context -> {
          Value[] row = new Value[WIDTH];
          row[0] = run;
          row[1] = ValueInteger.get(context);
          row[2] = ValueInteger.get(chunk.loop(context));
          row[3] = ValueBigint.get(chunk.index(context));
          typed(row, 4, chunk.values(), context - chunk.first(), reader, place.run());
          row[9] = orNull(chunk.nanos(context));
          return row;
        })
        .iterator();
  }

  /** The ids of a chunk that are between these. */
  static IntStream ids(DenseChunk chunk, int low, int high) {
    int from = Math.max(chunk.first(), low);
    int to = (int) Math.min(chunk.next(), high + 1L);
    return IntStream.range(from, Math.max(from, to));
  }

  static Value orNull(long number) {
    return number == DenseChunk.UNKNOWN ? ValueNull.INSTANCE : ValueBigint.get(number);
  }
}
