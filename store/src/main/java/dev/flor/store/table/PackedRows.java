package dev.flor.store.table;

import dev.flor.store.db.Typed;
import dev.flor.store.packed.TypedList;
import java.util.Iterator;
import java.util.List;
import org.h2.value.Value;
import org.h2.value.ValueDouble;
import org.h2.value.ValueNull;
import org.h2.value.ValueVarchar;

/** How the rows of one table lie in chunks. */
abstract class PackedRows {
  /** A chunk. The name is empty where chunks have none. */
  record Place(String run, String name, int number) {}

  /** Columns by which rows are found, the run's first. */
  abstract int[] keys();

  /** The share of rows that one value of each of these columns has, roughly. */
  abstract double[] shares();

  abstract List<Place> places(PackedReader reader, PackedBounds bounds);

  abstract Iterator<Value[]> rows(PackedReader reader, Place place, PackedBounds bounds);

  abstract long estimate(PackedReader reader);

  /** Whether the number of rows is known without counting. */
  boolean countsRows() {
    return false;
  }

  long count(PackedReader reader) {
    throw new IllegalStateException("rows must be counted one by one");
  }

  /** Sets type, number, whole, text and long_text from column {@code at} on. */
  static void typed(Value[] row, int at, TypedList values, int i, PackedReader reader, String run) {
    dev.flor.journal.Value.Type type = values.type(i);
    row[at] = PackedReader.text(type.name());
    for (int column = at + 1; column < at + 5; column++) {
      row[column] = ValueNull.INSTANCE;
    }
    switch (type) {
      case DOUBLE -> {
        double number = Double.longBitsToDouble(values.bits(i));
        row[at + 1] = ValueDouble.get(number);
        if (number == 0 && 1 / number < 0) {
          row[at + 3] = ValueVarchar.get("-0.0"); // H2 has one zero only
        }
      }
      case LONG, BOOLEAN -> row[at + 2] = org.h2.value.ValueBigint.get(values.bits(i));
      case STRING, JSON -> {
        String text = values.text(i, reader.asides(run));
        boolean fits = text.length() <= Typed.LONGEST;
        row[at + (fits ? 3 : 4)] =
            fits ? ValueVarchar.get(text) : org.h2.value.ValueClob.createSmall(text);
      }
    }
  }
}
