package dev.flor;

import dev.flor.journal.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives any object of the program the type it is logged with. */
final class Values {
  private Values() {}

  /** The value of anything: scalars as they are, structures as JSON, the rest as its text. */
  static Value of(Object object) {
    Value scalar = scalar(object);
    if (scalar != null) {
      return scalar;
    }
    return Json.structured(object)
        ? Value.ofJson(Json.write(object))
        : Value.of(String.valueOf(object));
  }

  /** What an iteration is called: its item where that is a scalar, else its index. */
  static Value ofItem(Object item, long index) {
    Value scalar = scalar(item);
    return scalar == null ? Value.of(index) : scalar;
  }

  /** The value of a number, truth value, text or enum constant; null of anything else. */
  private static Value scalar(Object object) {
    if (object instanceof Number) {
      return number((Number) object);
    }
    if (object instanceof Boolean || object instanceof AtomicBoolean) {
      return Value.of(Boolean.parseBoolean(object.toString()));
    }
    if (object instanceof CharSequence || object instanceof Character) {
      return Value.of(object.toString());
    }
    return object instanceof Enum ? Value.of(((Enum<?>) object).name()) : null;
  }

  private static Value number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return Value.of(number.doubleValue());
    }
    if (number instanceof BigDecimal || number instanceof BigInteger) {
      return Value.ofJson(number.toString());
    }
    String text = number.toString();
    try {
      return Value.of(Long.parseLong(text)); // Integer, Long, AtomicLong, LongAdder, ...
    } catch (NumberFormatException e) {
      return Value.of(number.doubleValue()); // DoubleAdder, and numbers of the user's own
    }
  }
}
