package dev.flor.store.table;

import dev.flor.store.db.H2Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.h2.api.ErrorCode;
import org.h2.command.Prepared;
import org.h2.engine.SessionLocal;
import org.h2.message.DbException;
import org.h2.result.ResultInterface;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.h2.value.Value;
import org.h2.value.ValueVarchar;

/** Reads the tables beneath a {@link PackedTable}, and keeps what was read last until they change. */
final class PackedReader {
  private static final int KEPT_CHUNKS = 64;
  private static final int KEPT_LISTS = 1000;
  private static final List<String> BENEATH =
      List.of("SERIES", "VALUE_CHUNK", "TURN_CHUNK", "LOOP_CHUNK", "PATH", "ASIDE");
  private static final Map<String, Value> NAMES = Map.of(
      "DOUBLE", ValueVarchar.get("DOUBLE"),
      "LONG", ValueVarchar.get("LONG"),
      "BOOLEAN", ValueVarchar.get("BOOLEAN"),
      "STRING", ValueVarchar.get("STRING"),
      "JSON", ValueVarchar.get("JSON"));

  private final Map<Object, Object> chunks = lastUsed(KEPT_CHUNKS);
  private final Map<Object, Object> lists = lastUsed(KEPT_LISTS);
  private SessionLocal session;
  private long seen;

  private static Map<Object, Object> lastUsed(int limit) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
        return size() > limit;
      }
    };
  }

  /** This reader, working for that session, having forgotten what is no longer so. */
  PackedReader in(SessionLocal user, Table table) {
    session = user;
    long now = modification(table);
    if (now != seen) {
      forget();
      seen = now;
    }
    return this;
  }

  void forget() {
    chunks.clear();
    lists.clear();
  }

  /** Grows with every change of the tables beneath. */
  static long modification(Table table) {
    Schema packed = table.getDatabase().findSchema("PACKED");
    long sum = 0;
    for (String name : BENEATH) {
      Table beneath = packed.findTableOrView(null, name);
      sum += beneath == null ? 0 : beneath.getMaxDataModificationId();
    }
    return sum;
  }

  long rowsOf(String table) {
    Schema packed = session.getDatabase().findSchema("PACKED");
    Table beneath = packed.findTableOrView(session, table);
    if (beneath == null) {
      throw DbException.get(ErrorCode.FILE_CORRUPTED_1, "there is no PACKED." + table);
    }
    return beneath.getRowCountApproximation(session);
  }

  /** What it asks for is always there, but in a file that has lost it. */
  private Prepared prepared(String sql) {
    try {
      return session.prepare(sql, true, true, null);
    } catch (DbException e) {
      throw DbException.get(ErrorCode.FILE_CORRUPTED_1, e, H2Message.of(e.getSQLException()));
    }
  }

  /** Rows of the tables beneath; whoever may read the table may read these. */
  List<Value[]> select(String sql, Object... args) {
    Prepared query = prepared(sql);
    for (int i = 0; i < args.length; i++) {
      query.getParameters().get(i).setValue(value(args[i]));
    }
    query.prepare();
    List<Value[]> rows = new ArrayList<>();
    try (ResultInterface found = query.query(0)) {
      while (found.next()) {
        rows.add(found.currentRow());
      }
    }
    return rows;
  }

  private static Value value(Object arg) {
    return arg instanceof Number number
        ? org.h2.value.ValueBigint.get(number.longValue())
        : ValueVarchar.get((String) arg);
  }

  static Value text(String type) {
    return NAMES.get(type);
  }

  @SuppressWarnings("unchecked") // each key is asked for with one type only
  <T> T list(Object key, Function<PackedReader, T> reading) {
    Object known = lists.get(key);
    if (known == null) {
      known = reading.apply(this);
      lists.put(key, known);
    }
    return (T) known;
  }

  @SuppressWarnings("unchecked") // a table has one kind of chunk
  <T> T chunk(PackedRows.Place place, Function<byte[], T> unpacking, String sql, Object... args) {
    Object known = chunks.get(place);
    if (known == null) {
      List<Value[]> rows = select(sql, args);
      if (rows.size() != 1) {
        throw new IllegalStateException("there is no chunk " + place);
      }
      known = unpacking.apply(rows.get(0)[0].getBytesNoCopy());
      chunks.put(place, known);
    }
    return (T) known;
  }

  /** The texts of a run that are kept aside. */
  LongFunction<String> asides(String run) {
    return number -> select(
            "SELECT text FROM packed.aside WHERE run = ? AND number = ?", run, number)
        .get(0)[0]
        .getString();
  }
}
