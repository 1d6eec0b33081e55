package dev.flor.checkpoint;

import java.lang.reflect.Field;

/** A field of a primitive type as eight bytes, without an object in between. */
abstract class PrimitiveField {
  private final Field field;

  private PrimitiveField(Field field) {
    this.field = field;
  }

  static PrimitiveField of(Field field) {
    switch (field.getType().getName()) {
      case "double":
        return new PrimitiveField(field) {
          @Override
          long get(Field field, Object of) throws IllegalAccessException {
            return Double.doubleToRawLongBits(field.getDouble(of));
          }

          @Override
          Object value(long bits) {
            return Double.longBitsToDouble(bits);
          }
        };
      case "float":
        return new PrimitiveField(field) {
          @Override
          long get(Field field, Object of) throws IllegalAccessException {
            return Float.floatToRawIntBits(field.getFloat(of));
          }

          @Override
          Object value(long bits) {
            return Float.intBitsToFloat((int) bits);
          }
        };
      case "boolean":
        return new PrimitiveField(field) {
          @Override
          long get(Field field, Object of) throws IllegalAccessException {
            return field.getBoolean(of) ? 1 : 0;
          }

          @Override
          Object value(long bits) {
            return bits == 1;
          }
        };
      default:
        return new Whole(field);
    }
  }

  long bits(Object of) {
    try {
      return get(field, of);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible", e);
    }
  }

  void set(Object target, long bits) throws NotRestorable {
    try {
      field.set(target, value(bits));
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new NotRestorable(field + " cannot be set: " + e.getMessage());
    }
  }

  abstract long get(Field field, Object of) throws IllegalAccessException;

  abstract Object value(long bits);

  /** Whole numbers and characters. */
  private static final class Whole extends PrimitiveField {
    private final String type;

    Whole(Field field) {
      super(field);
      this.type = field.getType().getName();
    }

    @Override
    long get(Field field, Object of) throws IllegalAccessException {
      return field.getLong(of); // widens, a character too
    }

    @Override
    Object value(long bits) {
      switch (type) {
        case "char":
          return (char) bits;
        case "byte":
          return (byte) bits;
        case "short":
          return (short) bits;
        case "int":
          return (int) bits;
        default:
          return bits;
      }
    }
  }
}
