package dev.flor.checkpoint;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Objects of the program's own classes, field by field. No constructor of theirs is run. */
final class FieldsShape extends Shape {
  private final Class<?> type;
  private final PrimitiveField[] primitives;
  private final Field[] references;

  FieldsShape(Class<?> type, Fields fields) {
    super(Kind.FILLED);
    this.type = type;
    List<PrimitiveField> numbers = new ArrayList<>();
    List<Field> others = new ArrayList<>();
    for (Field field : fields.list()) {
      if (field.getType().isPrimitive()) {
        numbers.add(PrimitiveField.of(field));
      } else {
        others.add(field);
      }
    }
    primitives = numbers.toArray(new PrimitiveField[0]);
    references = others.toArray(new Field[0]);
  }

  /** How many bytes of data there are. */
  int bytes() {
    return Long.BYTES * primitives.length;
  }

  /** How many references there are. */
  int count() {
    return references.length;
  }

  @Override
  void save(Object object, Parts parts) {
    for (PrimitiveField field : primitives) {
      parts.data().fixed64(field.bits(object));
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
    for (PrimitiveField field : primitives) {
      long saved = data.fixed64();
      if (saved != field.bits(target)) {
        field.set(target, saved);
      }
    }
    for (int i = 0; i < values.length; i++) {
      Field field = references[i];
      if (get(field, target) != values[i]) {
        set(field, target, values[i]);
      }
    }
  }

  @Override
  String label(Object object, int reference) {
    return "." + references[reference].getName();
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
}
