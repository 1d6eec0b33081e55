package dev.flor.store.sql;

import dev.flor.store.model.Column;
import dev.flor.store.model.View;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a cell of a query is in a {@link View}: numbers and truths as they are, all else as text. */
final class CellText {
  private CellText() {}

  /** What the cells of a column of that type are, one of {@link Types}. */
  static Column.Type type(int jdbc) {
    return switch (jdbc) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Column.Type.LONG;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> Column.Type.DOUBLE;
      case Types.BOOLEAN, Types.BIT -> Column.Type.BOOLEAN;
      case Types.NUMERIC, Types.DECIMAL -> Column.Type.DECIMAL;
      default -> Column.Type.TEXT;
    };
  }

  static Object plain(ResultSet result, int column) throws SQLException {
    Object cell = result.getObject(column);
    if (cell instanceof Timestamp time) {
      boolean zoned = result.getMetaData().getColumnTypeName(column).equals("timestamptz");
      return zoned // PostgreSQL's driver has the same class for both
          ? DateTimeFormatter.ISO_INSTANT.format(time.toInstant())
          : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.toLocalDateTime());
    }
    return cell instanceof ResultSet ? result.getString(column) : plain(cell);
  }

  private static Object plain(Object cell) throws SQLException {
    if (cell instanceof Integer || cell instanceof Short || cell instanceof Byte) {
      return ((Number) cell).longValue();
    }
    if (cell instanceof Float number) {
      return number.doubleValue();
    }
    boolean known = cell == null
        || cell instanceof Long
        || cell instanceof Double
        || cell instanceof Boolean
        || cell instanceof BigDecimal;
    return known ? cell : text(cell);
  }

  private static String text(Object cell) throws SQLException {
    if (cell instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (cell instanceof Blob bytes) {
      return HexFormat.of().formatHex(bytes.getBytes(1, Math.toIntExact(bytes.length())));
    }
    if (cell instanceof Clob text) {
      return text.getSubString(1, Math.toIntExact(text.length()));
    }
    if (cell instanceof Array array) {
      return text(array.getArray());
    }
    if (cell instanceof Object[] cells) {
      List<Object> plain = new ArrayList<>(cells.length);
      for (Object one : cells) {
        plain.add(plain(one));
      }
      return plain.toString();
    }
    if (cell instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_INSTANT.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }
    return cell.toString();
  }
}
