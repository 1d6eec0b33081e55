package dev.flor.checkpoint;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** Arrays of primitives, as raw copies of their contents. */
final class ArrayShape extends Shape {
  private final Class<?> element;
  private final int width;

  private ArrayShape(Class<?> element, int width) {
    super(Kind.FILLED);
    this.element = element;
    this.width = width;
  }

  /** The shape of arrays of a primitive type. */
  static Shape of(Class<?> element) {
    switch (element.getName()) {
      case "double":
      case "long":
        return new ArrayShape(element, 8);
      case "float":
      case "int":
        return new ArrayShape(element, 4);
      case "short":
      case "char":
        return new ArrayShape(element, 2);
      default:
        return new ArrayShape(element, 1);
    }
  }

  @Override
  void save(Object object, Parts parts) {
    int length = Array.getLength(object);
    parts.data().varint(length);
    ByteBuffer room = parts.data().bulk(length, width);
    if (room != null) {
      write(object, room);
    }
  }

  @Override
  boolean fits(Object live, Node node) {
    return Array.getLength(live) == node.data().integer();
  }

  @Override
  Object create(Node node) {
    Input data = node.data();
    int length = data.integer();
    data.bulk(length, width); // the contents are there before memory is asked for
    return Array.newInstance(element, length);
  }

  @Override
  void fill(Object target, Node node, Object[] references) {
    Input data = node.data();
    read(target, data.bulk(data.integer(), width));
  }

  private static void write(Object array, ByteBuffer bytes) {
    if (array instanceof double[]) {
      bytes.asDoubleBuffer().put((double[]) array);
    } else if (array instanceof float[]) {
      bytes.asFloatBuffer().put((float[]) array);
    } else if (array instanceof long[]) {
      bytes.asLongBuffer().put((long[]) array);
    } else if (array instanceof int[]) {
      bytes.asIntBuffer().put((int[]) array);
    } else if (array instanceof short[]) {
      bytes.asShortBuffer().put((short[]) array);
    } else if (array instanceof char[]) {
      bytes.asCharBuffer().put((char[]) array);
    } else if (array instanceof byte[]) {
      bytes.put((byte[]) array);
    } else {
      fromBooleans(array, bytes);
    }
  }

  private static void read(Object array, ByteBuffer bytes) {
    if (array instanceof double[]) {
      bytes.asDoubleBuffer().get((double[]) array);
    } else if (array instanceof float[]) {
      bytes.asFloatBuffer().get((float[]) array);
    } else if (array instanceof long[]) {
      bytes.asLongBuffer().get((long[]) array);
    } else if (array instanceof int[]) {
      bytes.asIntBuffer().get((int[]) array);
    } else if (array instanceof short[]) {
      bytes.asShortBuffer().get((short[]) array);
    } else if (array instanceof char[]) {
      bytes.asCharBuffer().get((char[]) array);
    } else if (array instanceof byte[]) {
      bytes.get((byte[]) array);
    } else {
      toBooleans(array, bytes);
    }
  }

  private static void fromBooleans(Object array, ByteBuffer bytes) {
    for (boolean value : (boolean[]) array) {
      bytes.put((byte) (value ? 1 : 0));
    }
  }

  private static void toBooleans(Object array, ByteBuffer bytes) {
    boolean[] values = (boolean[]) array;
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.get() == 1;
    }
  }
}
