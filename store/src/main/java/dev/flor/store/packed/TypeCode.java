package dev.flor.store.packed;

import dev.flor.journal.Value;
import java.util.List;

/** The numbers under which the types of values are stored. */
public final class TypeCode {
  /** A number with a fraction. */
  public static final int DOUBLE = 0;
  /** A whole number. */
  public static final int LONG = 1;
  /** A truth. */
  public static final int BOOLEAN = 2;
  /** A text. */
  public static final int STRING = 3;
  /** A text that is JSON. */
  public static final int JSON = 4;

  /** How many there are. */
  static final int COUNT = 5;

  private static final List<Value.Type> TYPES = List.of(
      Value.Type.DOUBLE, Value.Type.LONG, Value.Type.BOOLEAN, Value.Type.STRING, Value.Type.JSON);

  private TypeCode() {}

  static int of(Value.Type type) {
    return switch (type) {
      case DOUBLE -> DOUBLE;
      case LONG -> LONG;
      case BOOLEAN -> BOOLEAN;
      case STRING -> STRING;
      case JSON -> JSON;
    };
  }

  static Value.Type type(int code) {
    return TYPES.get(code);
  }

  /** A set of types is a number with one bit for each. */
  public static int bit(Value.Type type) {
    return 1 << of(type);
  }

  /** The type that a plain value is of; a text is a string. */
  public static int bitOf(Object plain) {
    if (plain instanceof Double) {
      return 1 << DOUBLE;
    }
    if (plain instanceof Long) {
      return 1 << LONG;
    }
    return plain instanceof Boolean ? 1 << BOOLEAN : 1 << STRING;
  }
}
