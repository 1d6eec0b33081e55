package dev.flor.cli.store;

import dev.flor.store.FlorStore;
import dev.flor.store.model.Rows;

/** Rows that can be asked for again: a format that must know something of all of them first reads them twice. */
interface RowSource {
  /** The rows from the first on; the caller closes them. */
  Rows open();

  /** The rows of a query, as the store finds them. */
  static RowSource of(FlorStore store, String sql) {
    return () -> store.rows(sql);
  }
}
