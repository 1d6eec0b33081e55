package dev.flor.checkpoint;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The fields of a class that are state: neither static nor transient, inherited ones first. Those of the JDK are
 * not among them: what they hold is asked for by other ways.
 */
final class Fields {
  /** Classes of the JDK that a program extends and that hold no state to save. */
  private static final Set<String> STATELESS = Set.of(
      "java.lang.Object",
      "java.lang.Number",
      "java.lang.Record",
      "java.util.AbstractCollection",
      "java.util.AbstractList",
      "java.util.AbstractMap",
      "java.util.AbstractQueue",
      "java.util.AbstractSequentialList",
      "java.util.AbstractSet");

  private final List<Field> fields = new ArrayList<>();

  /** The JDK gives fields in no order. */
  private static final class ByName implements Comparator<Field> {
    @Override
    public int compare(Field one, Field other) {
      return one.getName().compareTo(other.getName());
    }
  }

  private Fields() {}

  static Fields of(Class<?> type) throws NotSavable {
    Fields all = new Fields();
    all.add(type);
    return all;
  }

  List<Field> list() {
    return fields;
  }

  /** Names and types: a class whose fields have changed has another signature. */
  String signature() {
    StringBuilder text = new StringBuilder();
    for (Field field : fields) {
      text.append(field.getName()).append(':').append(field.getType().getName()).append(';');
    }
    return text.toString();
  }

  private void add(Class<?> type) throws NotSavable {
    if (STATELESS.contains(type.getName()) || JdkShapes.extensible(type)) {
      return;
    }
    if (Shapes.ofTheJdk(type)) {
      throw new NotSavable("a " + type.getName() + ", which cannot be saved");
    }
    add(type.getSuperclass());
    Field[] declared = type.getDeclaredFields();
    Arrays.sort(declared, new ByName());
    for (Field field : declared) {
      if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
        field.setAccessible(true);
        fields.add(field);
      }
    }
  }
}
