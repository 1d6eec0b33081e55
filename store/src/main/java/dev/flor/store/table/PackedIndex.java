package dev.flor.store.table;

import java.util.Iterator;
import java.util.List;
import org.h2.command.query.AllColumnsForPlan;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.index.IndexCondition;
import org.h2.index.IndexType;
import org.h2.message.DbException;
import org.h2.result.DefaultRow;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.result.SortOrder;
import org.h2.table.TableFilter;
import org.h2.value.Value;

/** Finds rows of a {@link PackedTable} by the run, name and place they are kept under. */
final class PackedIndex extends Index {
  private final PackedTable packed;
  private final PackedRows rows;

  PackedIndex(PackedTable table, PackedRows rows, String suffix, IndexType type) {
    super(table, table.getId(), table.getName() + "_" + suffix, keys(table, type), 0, type);
    this.packed = table;
    this.rows = rows;
  }

  private static org.h2.table.IndexColumn[] keys(PackedTable table, IndexType type) {
    return type.isScan() ? org.h2.table.IndexColumn.wrap(table.getColumns()) : table.keyColumns();
  }

  @Override
  public Cursor find(SessionLocal session, SearchRow first, SearchRow last, boolean reverse) {
    PackedReader reader = packed.reader(session);
    PackedBounds bounds = indexType.isScan() ? PackedBounds.NONE : new PackedBounds(first, last);
    List<PackedRows.Place> places =
        bounds.areEmpty(rows.keys()) ? List.of() : rows.places(reader, bounds);
    return new RowCursor(reader, bounds, places.iterator());
  }

  @Override
  public double getCost(
      SessionLocal session,
      int[] masks,
      TableFilter[] filters,
      int filter,
      SortOrder sortOrder,
      AllColumnsForPlan allColumns,
      boolean isSelectCommand) {
    double found = 10 + rows.estimate(packed.reader(session));
    if (masks == null || indexType.isScan()) {
      return 100 + 20 * found;
    }
    double[] shares = rows.shares();
    int[] keys = rows.keys();
    for (int i = 0; i < keys.length; i++) {
      if ((masks[keys[i]] & IndexCondition.EQUALITY) != 0) {
        found *= shares[i];
      } else if (masks[keys[i]] != 0) {
        found *= Math.sqrt(shares[i]);
      }
    }
    return 50 + 20 * found;
  }

  @Override
  public String getCreateSQL() {
    return null; // it is part of the table, and in no order that H2 may rely on
  }

  @Override
  public long getRowCount(SessionLocal session) {
    return table.getRowCount(session);
  }

  @Override
  public long getRowCountApproximation(SessionLocal session) {
    return table.getRowCountApproximation(session);
  }

  @Override
  public boolean needRebuild() {
    return false;
  }

  @Override
  public void add(SessionLocal session, Row row) {
    throw onlyRead();
  }

  @Override
  public void remove(SessionLocal session, Row row) {
    throw onlyRead();
  }

  @Override
  public void remove(SessionLocal session) {
    throw onlyRead();
  }

  @Override
  public void truncate(SessionLocal session) {
    throw onlyRead();
  }

  private DbException onlyRead() {
    return DbException.getUnsupportedException("to write " + table.getName());
  }

  @Override
  public void close(SessionLocal session) {
    packed.close(session);
  }

  /** The rows of one place after the other. */
  private final class RowCursor implements Cursor {
    private final PackedReader reader;
    private final PackedBounds bounds;
    private final Iterator<PackedRows.Place> places;
    private Iterator<Value[]> found = List.<Value[]>of().iterator();
    private Row row;

    RowCursor(PackedReader reader, PackedBounds bounds, Iterator<PackedRows.Place> places) {
      this.reader = reader;
      this.bounds = bounds;
      this.places = places;
    }

    @Override
    public boolean next() {
      while (!found.hasNext()) {
        if (!places.hasNext()) {
          row = null;
          return false;
        }
        found = rows.rows(reader, places.next(), bounds);
      }
      row = new DefaultRow(found.next());
      return true;
    }

    @Override
    public Row get() {
      return row;
    }

    @Override
    public SearchRow getSearchRow() {
      return row;
    }

    @Override
    public boolean previous() {
      throw DbException.getInternalError("chunks are read forwards");
    }
  }
}
