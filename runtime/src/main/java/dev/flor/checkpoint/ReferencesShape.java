package dev.flor.checkpoint;

import java.lang.reflect.Array;

/** Arrays of objects, and so arrays of arrays of any rank. */
final class ReferencesShape extends Shape {
  ReferencesShape() {
    super(Kind.FILLED);
  }

  @Override
  void save(Object object, Parts parts) {
    for (Object item : (Object[]) object) {
      parts.reference(item);
    }
  }

  @Override
  boolean fits(Object live, Node node) {
    return ((Object[]) live).length == node.references().length;
  }

  @Override
  Object create(Node node) {
    return Array.newInstance(node.type().getComponentType(), node.references().length);
  }

  @Override
  void fill(Object target, Node node, Object[] references) {
    System.arraycopy(references, 0, target, 0, references.length);
  }
}
