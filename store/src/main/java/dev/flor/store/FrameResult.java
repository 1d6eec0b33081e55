package dev.flor.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Types;
import org.h2.tools.SimpleResultSet;
import org.h2.tools.SimpleRowSource;

/** A frame as JDBC shows rows: one type per column, so numbers of two types are doubles, and what is mixed is text. */
final class FrameResult implements SimpleRowSource {
  private final Frame frame;

  private FrameResult(Frame frame) {
    this.frame = frame;
  }

  static ResultSet of(Frame frame) {
    SimpleResultSet result = new SimpleResultSet(new FrameResult(frame));
    for (Frame.Head head : frame.heads()) {
      int type = type(head);
      result.addColumn(head.name(), type, type == Types.VARCHAR ? Integer.MAX_VALUE : 0, 0);
    }
    return result;
  }

  private static int type(Frame.Head head) {
    return switch (head.type()) {
      case LONG -> Types.BIGINT;
      case DOUBLE -> Types.DOUBLE;
      case BOOLEAN -> Types.BOOLEAN;
      case DECIMAL -> Types.NUMERIC;
      case TEXT -> Types.VARCHAR;
      case MIXED -> head.isNumeric() ? Types.DOUBLE : Types.VARCHAR;
    };
  }

  @Override
  public Object[] readRow() {
    if (!frame.rows().hasNext()) {
      return null; // as the interface has it
    }
    Object[] row = frame.rows().next();
    for (int i = 0; i < row.length; i++) {
      if (frame.heads().get(i).type() == Column.Type.MIXED) {
        row[i] = ofOneType(row[i], frame.heads().get(i));
      }
    }
    return row;
  }

  private static Object ofOneType(Object cell, Frame.Head head) {
    if (cell == null || cell instanceof BigDecimal) {
      return cell;
    }
    return head.isNumeric() ? ((Number) cell).doubleValue() : (Object) cell.toString();
  }

  @Override
  public void close() {}

  @Override
  public void reset() {
    throw new UnsupportedOperationException("rows are read once");
  }
}
