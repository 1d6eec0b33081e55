package dev.flor.store;

import dev.flor.store.table.PackedTable;
import org.h2.api.TableEngine;
import org.h2.command.ddl.CreateTableData;
import org.h2.table.Table;

/**
 * Makes H2 see the packed chunks as the tables VALUE, ITERATION and LOOP. H2 loads it by its name, which stands in
 * every database file: were it another one, H2 could not open the files that are there, not even to read the number
 * of their schema. So it stays here, whatever moves.
 */
public final class PackedTables implements TableEngine {
  @Override
  public Table createTable(CreateTableData data) {
    return PackedTable.of(data);
  }
}
