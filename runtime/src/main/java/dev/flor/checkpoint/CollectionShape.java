package dev.flor.checkpoint;

import java.util.Arrays;
import java.util.Collection;
import java.util.PriorityQueue;
import java.util.SortedSet;

/** The JDK's mutable collections: emptied and filled again, in the order they were walked in. */
final class CollectionShape extends Shape {
  CollectionShape() {
    super(Kind.COLLECTED);
  }

  @Override
  void save(Object object, Parts parts) {
    for (Object item : (Collection<?>) object) {
      parts.reference(item);
    }
  }

  @Override
  Object create(Node node) throws NotRestorable {
    if (PriorityQueue.class == node.type() || SortedSet.class.isAssignableFrom(node.type())) {
      throw new NotRestorable("a new " + node.type().getName() + " may need its comparator");
    }
    return Made.byConstructor(node.type());
  }

  @Override
  void fill(Object target, Node node, Object[] references) {
    @SuppressWarnings("unchecked") // it held these items before
    Collection<Object> items = (Collection<Object>) target;
    items.clear();
    items.addAll(Arrays.asList(references));
  }
}
