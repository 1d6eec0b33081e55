package dev.flor.store.db;

import dev.flor.journal.Value;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A value as five columns: type, number, whole, text, long_text. H2 knows one zero only, so -0.0 has
 * a text too; a VARCHAR ends at a million characters, so what is longer goes into long_text.
 */
public record Typed(String type, Double number, Long whole, String text, String longText) {
  /** The columns, as a query lists them. */
  public static final String COLUMNS = "type, number, whole, text, long_text";
  /** What is longer is too long for a VARCHAR of H2. */
  public static final int LONGEST = 1_000_000;

  /** What of a value goes into which column. */
  public static Typed of(Value value) {
    String type = value.type().name();
    return switch (value.type()) {
      case DOUBLE -> {
        double number = value.asDouble();
        boolean negativeZero = number == 0 && 1 / number < 0;
        yield new Typed(type, number, null, negativeZero ? "-0.0" : null, null);
      }
      case LONG -> new Typed(type, null, value.asLong(), null, null);
      case BOOLEAN -> new Typed(type, null, value.asBoolean() ? 1L : 0L, null, null);
      case STRING, JSON -> ofText(type, value.text());
    };
  }

  private static Typed ofText(String type, String text) {
    boolean fits = text.length() <= LONGEST;
    return new Typed(type, null, null, fits ? text : null, fits ? null : text);
  }

  /** The value in a row of {@link #COLUMNS}, the first of which is number {@code at}. */
  public static Value value(ResultSet row, int at) throws SQLException {
    Value.Type type = Value.Type.valueOf(row.getString(at));
    Object plain = read(row, at);
    return switch (type) {
      case DOUBLE -> Value.of((Double) plain);
      case LONG -> Value.of((Long) plain);
      case BOOLEAN -> Value.of((Boolean) plain);
      case STRING -> Value.of((String) plain);
      case JSON -> Value.ofJson((String) plain);
    };
  }

  /** The plain value in a row of {@link #COLUMNS}, the first of which is number {@code at}. */
  public static Object read(ResultSet row, int at) throws SQLException {
    String text = row.getString(at + 3);
    Value.Type type = Value.Type.valueOf(row.getString(at));
    return switch (type) {
      case DOUBLE -> text == null ? (Object) row.getDouble(at + 1) : Double.valueOf(text);
      case LONG -> row.getLong(at + 2);
      case BOOLEAN -> row.getLong(at + 2) != 0;
      case STRING, JSON -> text == null ? row.getString(at + 4) : text;
    };
  }
}
