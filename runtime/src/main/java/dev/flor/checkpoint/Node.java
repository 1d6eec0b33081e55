package dev.flor.checkpoint;

import java.util.Arrays;

/** One saved object: its class, its data, and the numbers of the objects it refers to. */
final class Node {
  private final SavedClass type;
  private final Input data;
  private final int[] references;

  Node(SavedClass type, Input data, int[] references) {
    this.type = type;
    this.data = data;
    this.references = references;
  }

  Class<?> type() {
    return type.type();
  }

  /** Whether a live object is of the saved class. */
  boolean isOf(Object live) {
    return type.isOf(live);
  }

  /** The class's name. */
  String name() {
    return type.toString();
  }

  Shape shape() {
    return type.shape();
  }

  /** What is left of it after so many bytes of data, and so many references. */
  Node after(int bytes, int count) {
    Input rest = data.again();
    rest.slice(bytes);
    return new Node(type, rest.rest(), Arrays.copyOfRange(references, count, references.length));
  }

  /** The data, from their beginning. */
  Input data() {
    return data.again();
  }

  /** Numbers of objects; 0 is null. */
  int[] references() {
    return references;
  }
}
