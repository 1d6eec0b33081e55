package dev.flor.store.table;

import dev.flor.store.packed.ValueChunk;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueInteger;
import org.h2.value.ValueVarchar;

/** The rows of VALUE: run, name, context, ordinal, seq, source, and the value. */
final class ValueRows extends PackedRows {
  private static final int RUN = 0;
  private static final int NAME = 1;
  private static final int CONTEXT = 2;
  private static final int WIDTH = 11;
  private static final int CHUNK = 4096;

  /** A chunk and the contexts in it. */
  private record Extent(Place place, int low, int high) {}

  @Override
  int[] keys() {
    return new int[] {RUN, NAME, CONTEXT};
  }

  @Override
  double[] shares() {
    return new double[] {0.02, 0.2, 0.001};
  }

  @Override
  long estimate(PackedReader reader) {
    return reader.rowsOf("VALUE_CHUNK") * CHUNK;
  }

  @Override
  boolean countsRows() {
    return true;
  }

  @Override
  long count(PackedReader reader) {
    return reader
        .select("SELECT COALESCE(SUM(logged), 0) FROM packed.series")
        .get(0)[0]
        .getLong();
  }

  @Override
  List<Place> places(PackedReader reader, PackedBounds bounds) {
    String run = bounds.only(RUN);
    String name = bounds.only(NAME);
    int low = bounds.lowest(CONTEXT);
    int high = bounds.highest(CONTEXT);
    List<Place> places = new ArrayList<>();
    for (Extent extent : extents(reader, run, name)) {
      if (extent.low() <= high && extent.high() >= low) {
        places.add(extent.place());
      }
    }
    return places;
  }

  private static List<Extent> extents(PackedReader reader, String run, String name) {
    return reader.list(List.of("extents", "" + run, "" + name, run == null, name == null), from -> {
      List<Object> args = new ArrayList<>();
      StringBuilder sql =
          new StringBuilder("SELECT run, name, chunk, low, high FROM packed.value_chunk");
      if (run != null) {
        sql.append(" WHERE run = ?");
        args.add(run);
      }
      if (name != null) {
        sql.append(run == null ? " WHERE name = ?" : " AND name = ?");
        args.add(name);
      }
      return from
          .select(sql.append(" ORDER BY run, name, chunk").toString(), args.toArray())
          .stream()
          .map(ValueRows::extent)
          .toList();
    });
  }

  private static Extent extent(Value[] row) {
    return new Extent(
        new Place(row[0].getString(), row[1].getString(), row[2].getInt()),
        row[3].getInt(),
        row[4].getInt());
  }

  @Override
  Iterator<Value[]> rows(PackedReader reader, Place place, PackedBounds bounds) {
    ValueChunk chunk = reader.chunk(
        place,
        ValueChunk::of,
        "SELECT data FROM packed.value_chunk WHERE run = ? AND name = ? AND chunk = ?",
        place.run(),
        place.name(),
        place.number());
    Value run = ValueVarchar.get(place.run());
    Value name = ValueVarchar.get(place.name());
    Value source = source(reader, place.run());
    int low = bounds.lowest(CONTEXT);
    int high = bounds.highest(CONTEXT);
    return IntStream.range(chunk.from(low), chunk.upTo(high))
        .filter(i -> chunk.context(i) >= low && chunk.context(i) <= high)
        .mapToObj(i -> {
          Value[] row = new Value[WIDTH];
          row[0] = run;
          row[1] = name;
          row[2] = ValueInteger.get(chunk.context(i));
          row[3] = ValueInteger.get(chunk.ordinal(i));
          row[4] = ValueBigint.get(chunk.seq(i));
          row[5] = source;
          typed(row, 6, chunk.values(), i, reader, place.run());
          return row;
        })
        .iterator();
  }

  private static Value source(PackedReader reader, String run) {
    return reader.list(
        List.of("source", run),
        from -> from.select("SELECT source FROM run WHERE id = ?", run).get(0)[0]);
  }
}
