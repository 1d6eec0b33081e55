package dev.flor.journal;

import java.util.Objects;

/** A logged value with the type it was logged with; equality is bit for bit. */
public final class Value {
  /** The types a value keeps. */
  public enum Type {
    DOUBLE,
    LONG,
    BOOLEAN,
    STRING,
    JSON
  }

  private final Type type;
  private final long bits;
  private final String text;

  private Value(Type type, long bits, String text) {
    this.type = type;
    this.bits = bits;
    this.text = text;
  }

  /** A double, with every bit of it: each NaN and both zeros are values of their own. */
  public static Value of(double value) {
    return new Value(Type.DOUBLE, Double.doubleToRawLongBits(value), "");
  }

  /** A whole number. */
  public static Value of(long value) {
    return new Value(Type.LONG, value, "");
  }

  /** A truth value. */
  public static Value of(boolean value) {
    return new Value(Type.BOOLEAN, value ? 1 : 0, "");
  }

  /** A text. */
  public static Value of(String value) {
    return new Value(Type.STRING, 0, Objects.requireNonNull(value, "value"));
  }

  /** A structured value, given as its JSON text. */
  public static Value ofJson(String json) {
    return new Value(Type.JSON, 0, Objects.requireNonNull(json, "json"));
  }

  /** What the value is. */
  public Type type() {
    return type;
  }

  /** The number, of a DOUBLE or a LONG. */
  public double asDouble() {
    if (type == Type.DOUBLE) {
      return Double.longBitsToDouble(bits);
    }
    return asLong();
  }

  /** The whole number, of a LONG. */
  public long asLong() {
    return bitsOf(Type.LONG);
  }

  /** The truth value, of a BOOLEAN. */
  public boolean asBoolean() {
    return bitsOf(Type.BOOLEAN) != 0;
  }

  /** The value as text: a string itself, JSON as it was written, anything else as Java prints it. */
  public String text() {
    switch (type) {
      case DOUBLE:
        return Double.toString(asDouble());
      case LONG:
        return Long.toString(bits);
      case BOOLEAN:
        return Boolean.toString(bits != 0);
      default:
        return text;
    }
  }

  private long bitsOf(Type wanted) {
    if (type != wanted) {
      throw new IllegalStateException("a " + type + " is not a " + wanted + ": " + this);
    }
    return bits;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Value)) {
      return false;
    }
    Value that = (Value) other;
    return type == that.type && bits == that.bits && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, bits, text);
  }

  @Override
  public String toString() {
    return type == Type.STRING ? '"' + text + '"' : text();
  }
}
