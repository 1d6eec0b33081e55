package dev.flor.checkpoint;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records: kept while their components are the same, else built by their canonical constructor. */
final class RecordShape extends Shape {
  private final Constructor<?> canonical;
  private final Field[] components;

  RecordShape(Class<?> type, Fields fields) throws NotSavable {
    super(Kind.BUILT);
    this.components = declared(type, fields);
    Class<?>[] types = Arrays.stream(components).map(Field::getType).toArray(Class<?>[]::new);
    try {
      canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new NotSavable("a " + type.getName() + " without its canonical constructor");
    }
  }

  static boolean isRecord(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent != null && parent.getName().equals("java.lang.Record");
  }

  @Override
  void save(Object object, Parts parts) {
    for (Field component : components) {
      try {
        parts.reference(component.get(object));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(component + " was made accessible", e);
      }
    }
  }

  @Override
  Object build(Node node, Object[] references) throws NotRestorable {
    try {
      return canonical.newInstance(references);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new NotRestorable(node.type().getName() + " cannot be built: " + e);
    }
  }

  @Override
  String label(Object object, int reference) {
    return "." + components[reference].getName();
  }

  /** The components in declared order, which the canonical constructor has too. */
  private static Field[] declared(Class<?> type, Fields fields) throws NotSavable {
    Map<String, Field> byName = new LinkedHashMap<>();
    fields.list().forEach(field -> byName.put(field.getName(), field));
    try {
      Object[] order = (Object[]) Class.class.getMethod("getRecordComponents").invoke(type);
      Field[] components = new Field[order.length];
      for (int i = 0; i < order.length; i++) {
        Object name = order[i].getClass().getMethod("getName").invoke(order[i]);
        components[i] = byName.get((String) name);
      }
      return components;
    } catch (ReflectiveOperationException e) {
      throw new NotSavable("a record, whose components cannot be asked for: " + e);
    }
  }
}
