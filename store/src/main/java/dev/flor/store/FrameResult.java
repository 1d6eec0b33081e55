package dev.flor.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.h2.tools.SimpleResultSet;
import org.h2.tools.SimpleRowSource;

/**
 * A frame as JDBC shows rows: one type per column, so numbers of two types are doubles, and what is mixed is text.
 * A double becomes an object only for who asks for one.
 */
final class FrameResult extends SimpleResultSet {
  private static final int UNREAD = -2;

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
  public double getDouble(int column) throws SQLException {
    int at = source.plainDouble(column - 1);
    if (at == UNREAD) {
      read = false;
      return super.getDouble(column);
    }
    read = true;
    wasNull = at < 0;
    return wasNull ? 0 : source.number(column - 1);
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
  public long getLong(int column) throws SQLException {
    return super.getLong(filled(column));
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

  /** One row after the other, in the same array where nobody can keep it. */
  private static final class Source implements SimpleRowSource {
    private final Frame frame;
    private final GroupRows direct;
    private final boolean[] mixed;
    private final int firstName;
    private final int names;
    private Object[] row = new Object[0];

    Source(Frame frame) {
      this.frame = frame;
      this.direct = frame.direct().orElse(null);
      this.mixed = new boolean[frame.heads().size()];
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = frame.heads().get(i).type() == Column.Type.MIXED;
      }
      this.firstName = direct == null ? 0 : direct.column(0);
      this.names = direct == null ? 0 : direct.width() - firstName - Origin.HEADINGS.size();
    }

    @Override
    public Object[] readRow() {
      if (direct == null) {
        row = frame.rows().hasNext() ? frame.rows().next() : null;
      } else if (direct.advance()) {
        row = row == null || row.length == 0 ? new Object[direct.width()] : row;
        direct.fill(row, false);
      } else {
        row = null;
      }
      for (int i = 0; row != null && i < row.length; i++) {
        row[i] = mixed[i] ? ofOneType(row[i], frame.heads().get(i)) : row[i];
      }
      return row; // null at the end, as the interface has it
    }

    /** The name whose column is this, when its doubles are not in the row; else -1. */
    private int name(int column) {
      int name = column - firstName;
      boolean plain = name >= 0 && name < names && row != null && direct.allDoubles(name);
      return plain ? name : -1;
    }

    /** Which value of a name stands there, or -1; UNREAD when the row itself has it. */
    int plainDouble(int column) {
      int name = name(column);
      return name < 0 ? UNREAD : direct.value(name);
    }

    double number(int column) {
      return direct.number(column - firstName);
    }

    /** Puts into the row what it has not yet. */
    void fill(int column) {
      int name = name(column);
      if (name >= 0 && row[column] == null && direct.value(name) >= 0) {
        Object cell = direct.plain(name);
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
    public void close() {}

    @Override
    public void reset() {
      throw new UnsupportedOperationException("rows are read once");
    }
  }
}
