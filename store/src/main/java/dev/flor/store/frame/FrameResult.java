package dev.flor.store.frame;

import dev.flor.store.model.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import org.h2.tools.SimpleResultSet;
import org.h2.tools.SimpleRowSource;

/**
 * A frame as JDBC shows rows: one type per column, so numbers of two types are doubles, and what is mixed is text.
 * A cell is made when it is asked for, and becomes an object only for who asks for one.
 */
final class FrameResult extends SimpleResultSet {
  private final Source source;
  private boolean read;
  private boolean wasNull;

  private FrameResult(Source source) {
    super(source);
    this.source = source;
  }

  static ResultSet of(Frame frame) {
    FrameResult result = new FrameResult(new Source(frame));
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
  public Statement getStatement() {
    return FrameStatement.made();
  }

  @Override
  public double getDouble(int column) throws SQLException {
    int name = source.doubles(column - 1);
    if (name < 0) {
      return super.getDouble(filled(column));
    }
    read = true;
    wasNull = source.direct.value(name) < 0;
    return wasNull ? 0 : source.direct.number(name);
  }

  @Override
  public long getLong(int column) throws SQLException {
    if (!source.isWhole(column - 1)) {
      return super.getLong(filled(column));
    }
    read = true;
    wasNull = false;
    return source.direct.whole(column - 1);
  }

  @Override
  public boolean wasNull() {
    return read ? wasNull : super.wasNull();
  }

  private int filled(int column) {
    read = false;
    source.fill(column - 1);
    return column;
  }

  @Override
  public Object getObject(int column) throws SQLException {
    return super.getObject(filled(column));
  }

  @Override
  public <T> T getObject(int column, Class<T> type) throws SQLException {
    return super.getObject(filled(column), type);
  }

  @Override
  public String getString(int column) throws SQLException {
    return super.getString(filled(column));
  }

  @Override
  public BigDecimal getBigDecimal(int column) throws SQLException {
    return super.getBigDecimal(filled(column));
  }

  @Override
  public float getFloat(int column) throws SQLException {
    return super.getFloat(filled(column));
  }

  @Override
  public int getInt(int column) throws SQLException {
    return super.getInt(filled(column));
  }

  @Override
  public short getShort(int column) throws SQLException {
    return super.getShort(filled(column));
  }

  @Override
  public byte getByte(int column) throws SQLException {
    return super.getByte(filled(column));
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    return super.getBoolean(filled(column));
  }

  /** One row after the other; rows that come as they are share an array, to which cells are added as they are asked for. */
  private static final class Source implements SimpleRowSource {
    private final Frame frame;
    private final GroupRows direct;
    private final boolean[] mixed;
    private final Object[] cells;
    private Object[] row;

    Source(Frame frame) {
      this.frame = frame;
      this.direct = frame.direct().orElse(null);
      this.mixed = new boolean[frame.heads().size()];
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = frame.heads().get(i).type() == Column.Type.MIXED;
      }
      this.cells = new Object[mixed.length];
    }

    @Override
    public Object[] readRow() {
      if (direct != null) {
        row = direct.advance() ? cells : null;
        return row; // null at the end, as the interface has it
      }
      row = frame.rows().hasNext() ? frame.rows().next() : null;
      for (int i = 0; row != null && i < row.length; i++) {
        row[i] = mixed[i] ? ofOneType(row[i], frame.heads().get(i)) : row[i];
      }
      return row;
    }

    private boolean isDirect(int column) {
      return direct != null && row != null && column >= 0 && column < row.length;
    }

    /** The name whose column is this, when all that the run has of it are doubles; else -1. */
    int doubles(int column) {
      int name = isDirect(column) ? direct.name(column) : -1;
      return name >= 0 && direct.allDoubles(name) ? name : -1;
    }

    boolean isWhole(int column) {
      return isDirect(column) && direct.isWhole(column);
    }

    /** Puts the cell into the row. */
    void fill(int column) {
      if (isDirect(column)) {
        Object cell = direct.cell(column);
        row[column] = mixed[column] ? ofOneType(cell, frame.heads().get(column)) : cell;
      }
    }

    private static Object ofOneType(Object cell, Frame.Head head) {
      if (cell == null) {
        return null;
      }
      return head.isNumeric() ? (Object) ((Number) cell).doubleValue() : cell.toString();
    }

    @Override
    public void close() {
      row = null;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("rows are read once");
    }
  }
}
