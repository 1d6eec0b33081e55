package dev.flor.store.table;

import java.util.List;
import org.h2.command.ddl.CreateTableData;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.index.IndexType;
import org.h2.message.DbException;
import org.h2.result.Row;
import org.h2.table.IndexColumn;
import org.h2.table.TableBase;
import org.h2.table.TableType;

/** A table that can only be read: its rows are unpacked from chunks. */
public final class PackedTable extends TableBase {
  private final PackedRows rows;
  private final PackedReader reader = new PackedReader();
  private final Index scan;
  private final List<Index> indexes;

  /** The table that has this name. */
  public static PackedTable of(CreateTableData data) {
    return switch (data.tableName) {
      case "VALUE" -> new PackedTable(data, new ValueRows());
      case "ITERATION" -> new PackedTable(data, new TurnRows());
      case "LOOP" -> new PackedTable(data, new LoopRows());
      default -> throw new IllegalStateException("there are no chunks of " + data.tableName);
    };
  }

  private PackedTable(CreateTableData data, PackedRows rows) {
    super(data);
    this.rows = rows;
    this.scan = new PackedIndex(this, rows, "SCAN", IndexType.createScan(false));
    this.indexes = List.of(
        scan, new PackedIndex(this, rows, "CHUNKS", IndexType.createNonUnique(false, true, false)));
  }

  /** The reader of chunks, on behalf of this session. */
  PackedReader reader(SessionLocal session) {
    return reader.in(session, this);
  }

  IndexColumn[] keyColumns() {
    int[] keys = rows.keys();
    IndexColumn[] all = IndexColumn.wrap(getColumns());
    IndexColumn[] found = new IndexColumn[keys.length];
    for (int i = 0; i < keys.length; i++) {
      found[i] = all[keys[i]];
    }
    return found;
  }

  @Override
  public Index getScanIndex(SessionLocal session) {
    return scan;
  }

  @Override
  public List<Index> getIndexes() {
    return indexes;
  }

  @Override
  public boolean canGetRowCount(SessionLocal session) {
    return rows.countsRows();
  }

  @Override
  public long getRowCount(SessionLocal session) {
    return rows.count(reader(session));
  }

  @Override
  public long getRowCountApproximation(SessionLocal session) {
    return rows.estimate(reader(session));
  }

  @Override
  public long getMaxDataModificationId() {
    return PackedReader.modification(this);
  }

  @Override
  public boolean isDeterministic() {
    return true;
  }

  @Override
  public TableType getTableType() {
    return TableType.EXTERNAL_TABLE_ENGINE;
  }

  @Override
  public boolean canDrop() {
    return false;
  }

  @Override
  public boolean isInsertable() {
    return false;
  }

  @Override
  public void checkSupportAlter() {
    throw onlyRead();
  }

  @Override
  public Index addIndex(
      SessionLocal session,
      String indexName,
      int indexId,
      IndexColumn[] columns,
      int uniqueColumnCount,
      IndexType indexType,
      boolean create,
      String indexComment) {
    throw onlyRead();
  }

  @Override
  public void addRow(SessionLocal session, Row row) {
    throw onlyRead();
  }

  @Override
  public void removeRow(SessionLocal session, Row row) {
    throw onlyRead();
  }

  @Override
  public long truncate(SessionLocal session) {
    throw onlyRead();
  }

  private DbException onlyRead() {
    return DbException.getUnsupportedException("to write " + getName());
  }

  /** Chunks are the tables' beneath; there is nothing to close. */
  @Override
  public void close(SessionLocal session) {
    reader.forget();
  }
}
