package dev.flor.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row a result stands at. */
interface RowMapper<T> {
  T map(ResultSet row) throws SQLException;
}
