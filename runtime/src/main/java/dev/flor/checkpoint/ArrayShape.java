package dev.flor.checkpoint;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** Arrays of primitives, as raw copies of their contents. */
final class ArrayShape extends Shape {
  /** Copies between an array and bytes. */
  interface Copy {
    void copy(Object array, ByteBuffer bytes);
  }

  private final Class<?> element;
  private final int width;
  private final Copy out;
  private final Copy in;

  private ArrayShape(Class<?> element, int width, Copy out, Copy in) {
    super(Kind.FILLED);
    this.element = element;
    this.width = width;
    this.out = out;
    this.in = in;
  }

  /** The shape of arrays of a primitive type. */
  static Shape of(Class<?> element) {
    switch (element.getName()) {
      case "double":
        return new ArrayShape(
            element, 8, (a, b) -> b.asDoubleBuffer().put((double[]) a), (a, b) -> b.asDoubleBuffer()
                .get((double[]) a));
      case "float":
        return new ArrayShape(
            element, 4, (a, b) -> b.asFloatBuffer().put((float[]) a), (a, b) -> b.asFloatBuffer()
                .get((float[]) a));
      case "long":
        return new ArrayShape(
            element, 8, (a, b) -> b.asLongBuffer().put((long[]) a), (a, b) -> b.asLongBuffer()
                .get((long[]) a));
      case "int":
        return new ArrayShape(
            element, 4, (a, b) -> b.asIntBuffer().put((int[]) a), (a, b) -> b.asIntBuffer()
                .get((int[]) a));
      default:
        return narrow(element);
    }
  }

  private static Shape narrow(Class<?> element) {
    switch (element.getName()) {
      case "short":
        return new ArrayShape(
            element, 2, (a, b) -> b.asShortBuffer().put((short[]) a), (a, b) -> b.asShortBuffer()
                .get((short[]) a));
      case "char":
        return new ArrayShape(
            element, 2, (a, b) -> b.asCharBuffer().put((char[]) a), (a, b) -> b.asCharBuffer()
                .get((char[]) a));
      case "byte":
        return new ArrayShape(element, 1, (a, b) -> b.put((byte[]) a), (a, b) -> b.get((byte[]) a));
      default:
        return new ArrayShape(element, 1, ArrayShape::fromBooleans, ArrayShape::toBooleans);
    }
  }

  @Override
  void save(Object object, Parts parts) {
    int length = Array.getLength(object);
    parts.data().varint(length);
    ByteBuffer room = parts.data().bulk(length, width);
    if (room != null) {
      out.copy(object, room);
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
    in.copy(target, data.bulk(data.integer(), width));
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
