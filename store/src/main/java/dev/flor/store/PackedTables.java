package dev.flor.store;

import org.h2.api.TableEngine;
import org.h2.command.ddl.CreateTableData;
import org.h2.table.Table;

/** Makes H2 see the packed chunks as the tables VALUE, ITERATION and LOOP; H2 loads it by its name. */
public final class PackedTables implements TableEngine {
  @Override
  public Table createTable(CreateTableData data) {
    return switch (data.tableName) {
      case "VALUE" -> new PackedTable(data, new ValueRows());
      case "ITERATION" -> new PackedTable(data, new TurnRows());
      case "LOOP" -> new PackedTable(data, new LoopRows());
      default -> throw new IllegalStateException("there are no chunks of " + data.tableName);
    };
  }
}
