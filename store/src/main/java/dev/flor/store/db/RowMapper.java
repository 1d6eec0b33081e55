package dev.flor.store.db;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row a result stands at. */
public interface RowMapper<T> {
  T map(ResultSet row) throws SQLException;
}
