package dev.flor.store.table;

import dev.flor.store.packed.DenseChunk;
import dev.flor.store.packed.LoopChunk;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.value.Value;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueVarchar;

/** The rows of LOOP: run, loop, context, name, ordinal, total, skipped, nanos. */
final class LoopRows extends PackedRows {
  private static final int RUN = 0;
  private static final int LOOP = 1;

  @Override
  int[] keys() {
    return new int[] {RUN, LOOP};
  }

  @Override
  double[] shares() {
    return new double[] {0.02, 0.001};
  }

  @Override
  long estimate(PackedReader reader) {
    return reader.rowsOf("LOOP_CHUNK") * DenseChunk.FULL / 10;
  }

  @Override
  List<Place> places(PackedReader reader, PackedBounds bounds) {
    return TurnRows.dense(
        reader, "loop_chunk", bounds.only(RUN), bounds.lowest(LOOP), bounds.highest(LOOP));
  }

  @Override
  Iterator<Value[]> rows(PackedReader reader, Place place, PackedBounds bounds) {
    LoopChunk chunk = reader.chunk(
        place,
        bytes -> LoopChunk.of(place.number(), bytes),
        "SELECT data FROM packed.loop_chunk WHERE run = ? AND first = ?",
        place.run(),
        place.number());
    Value run = ValueVarchar.get(place.run());
    Map<Integer, Value> names = names(reader, place.run());
    return TurnRows.ids(chunk, bounds.lowest(LOOP), bounds.highest(LOOP))
        .mapToObj(loop -> new Value[] {
          run,
          ValueInteger.get(loop),
          ValueInteger.get(chunk.context(loop)),
          names.get(chunk.path(loop)),
          ValueInteger.get(chunk.ordinal(loop)),
          TurnRows.orNull(chunk.total(loop)),
          chunk.nanos(loop) == DenseChunk.UNKNOWN
              ? ValueNull.INSTANCE
              : ValueBoolean.get(chunk.isSkipped(loop)),
          TurnRows.orNull(chunk.nanos(loop))
        })
        .iterator();
  }

  /** The name at the end of each path of a run. */
  private static Map<Integer, Value> names(PackedReader reader, String run) {
    return reader.list(List.of("names", run), from -> {
      Map<Integer, Value> names = new LinkedHashMap<>();
      from.select("SELECT path, name FROM packed.path WHERE run = ?", run)
          .forEach(row -> names.put(row[0].getInt(), row[1]));
      return names;
    });
  }
}
