package dev.flor.store.frame;

import dev.flor.store.model.Column;
import dev.flor.store.model.Rows;
import dev.flor.store.model.View;
import dev.flor.store.packed.TypeCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Rows on their way to whoever asked: headings, types, and one array of cells after the other.
 *
 * @param direct where the rows come from as they are, whoever reads them one by one may read there instead
 */
record Frame(List<Head> heads, Iterator<Object[]> rows, Optional<GroupRows> direct) {
  private static final int DOUBLES = 1 << TypeCode.DOUBLE;
  private static final int LONGS = 1 << TypeCode.LONG;
  private static final int BOOLEANS = 1 << TypeCode.BOOLEAN;
  private static final int STRINGS = 1 << TypeCode.STRING;
  private static final int JSONS = 1 << TypeCode.JSON;
  private static final int TEXTS = STRINGS + JSONS;

  /** @param types the types that may occur, as {@link TypeCode} counts them */
  record Head(String name, int types) {
    static Head text(String name) {
      return new Head(name, TEXTS);
    }

    Column.Type type() {
      return switch (types) {
        case DOUBLES -> Column.Type.DOUBLE;
        case LONGS -> Column.Type.LONG;
        case BOOLEANS -> Column.Type.BOOLEAN;
        case 0, STRINGS, JSONS, TEXTS -> Column.Type.TEXT;
        default -> Column.Type.MIXED;
      };
    }

    /** Whether all that may occur are numbers, of one type or of two. */
    boolean isNumeric() {
      return types != 0 && (types & ~(DOUBLES + LONGS)) == 0;
    }
  }

  Frame(List<Head> heads, Iterator<Object[]> rows) {
    this(heads, rows, Optional.empty());
  }

  private List<Column> columns() {
    return heads.stream().map(head -> new Column(head.name(), head.type())).toList();
  }

  /** The rows as they come. */
  Rows streamed() {
    Iterator<List<Object>> cells = new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public List<Object> next() {
        return View.row(rows.next());
      }
    };
    return new Rows(columns(), cells, () -> {});
  }

  View view() {
    List<List<Object>> all = new ArrayList<>();
    rows.forEachRemaining(row -> all.add(View.row(row)));
    return new View(columns(), all);
  }
}
