package dev.flor.checkpoint;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Objects of the program's own classes, field by field. No constructor of theirs is run. */
final class FieldsShape extends Shape {
  private final Class<?> type;
  private final List<Field> primitives = new ArrayList<>();
  private final List<Field> references = new ArrayList<>();

  FieldsShape(Class<?> type, Fields fields) {
    super(Kind.FILLED);
    this.type = type;
    for (Field field : fields.list()) {
      (field.getType().isPrimitive() ? primitives : references).add(field);
    }
  }

  @Override
  void save(Object object, Parts parts) {
    for (Field field : primitives) {
      parts.data().fixed64(bits(field, object));
    }
    for (Field field : references) {
      parts.reference(get(field, object));
    }
  }

  @Override
  Object create(Node node) throws NotRestorable {
    return Blank.of(type);
  }

  @Override
  void fill(Object target, Node node, Object[] values) throws NotRestorable {
    Input data = node.data();
    for (Field field : primitives) {
      long saved = data.fixed64();
      if (saved != bits(field, target)) {
        setBits(field, target, saved);
      }
    }
    for (int i = 0; i < values.length; i++) {
      Field field = references.get(i);
      if (get(field, target) != values[i]) {
        set(field, target, values[i]);
      }
    }
  }

  @Override
  String label(Object object, int reference) {
    return "." + references.get(reference).getName();
  }

  private static Object get(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible", e);
    }
  }

  private static void set(Field field, Object target, Object value) throws NotRestorable {
    try {
      field.set(target, value);
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new NotRestorable(field + " cannot be set: " + e.getMessage());
    }
  }

  private static long bits(Field field, Object object) {
    Object value = get(field, object);
    if (value instanceof Double) {
      return Double.doubleToRawLongBits((Double) value);
    }
    if (value instanceof Float) {
      return Float.floatToRawIntBits((Float) value);
    }
    if (value instanceof Boolean) {
      return (Boolean) value ? 1 : 0;
    }
    return value instanceof Character ? (Character) value : ((Number) value).longValue();
  }

  private static void setBits(Field field, Object target, long bits) throws NotRestorable {
    switch (field.getType().getName()) {
      case "double":
        set(field, target, Double.longBitsToDouble(bits));
        break;
      case "float":
        set(field, target, Float.intBitsToFloat((int) bits));
        break;
      case "boolean":
        set(field, target, bits == 1);
        break;
      case "char":
        set(field, target, (char) bits);
        break;
      case "byte":
        set(field, target, (byte) bits);
        break;
      case "short":
        set(field, target, (short) bits);
        break;
      case "int":
        set(field, target, (int) bits);
        break;
      default:
        set(field, target, bits);
    }
  }
}
