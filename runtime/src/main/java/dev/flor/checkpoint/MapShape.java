package dev.flor.checkpoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** The JDK's mutable maps: keys and values in turn, in the order they were walked in. */
final class MapShape extends Shape {
  MapShape() {
    super(Kind.COLLECTED);
  }

  @Override
  void save(Object object, Parts parts) {
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) object).entrySet()) {
      parts.reference(entry.getKey());
      parts.reference(entry.getValue());
    }
  }

  @Override
  Object create(Node node) throws NotRestorable {
    if (SortedMap.class.isAssignableFrom(node.type())) {
      throw new NotRestorable("a new " + node.type().getName() + " may need its comparator");
    }
    return Made.byConstructor(node.type());
  }

  @Override
  void fill(Object target, Node node, Object[] references) {
    @SuppressWarnings("unchecked") // it held these entries before
    Map<Object, Object> map = (Map<Object, Object>) target;
    map.clear();
    for (int i = 0; i < references.length; i += 2) {
      map.put(references[i], references[i + 1]);
    }
  }

  /** Entries correspond by their key where it is a plain value, else by their order. */
  @Override
  Object[] counterparts(Object live, Node node, Node[] all) throws NotRestorable {
    return byKey(super.counterparts(live, node, all), 0, node.references(), all);
  }

  /**
   * Puts the entries from {@code first} on in the saved order. The live map is not asked: in one that keeps the
   * order of access that would change it.
   */
  static Object[] byKey(Object[] byOrder, int first, int[] saved, Node[] all) throws NotRestorable {
    Map<Object, Object> values = new HashMap<>(); // looked up, never walked
    for (int i = first; i + 1 < byOrder.length; i += 2) {
      if (byOrder[i] != null && Leaves.of(Shapes.classOf(byOrder[i])).isPresent()) {
        values.put(byOrder[i], byOrder[i + 1]);
      }
    }
    Object[] pairs = Arrays.copyOf(byOrder, saved.length);
    for (int i = first; i < saved.length; i += 2) {
      Node key = all[saved[i]];
      if (key != null && key.shape() instanceof LeafShape) {
        pairs[i] = key.shape().create(key);
        pairs[i + 1] = values.get(pairs[i]);
      }
    }
    return pairs;
  }

  @Override
  String label(Object object, int reference) {
    Object[] keys = ((Map<?, ?>) object).keySet().toArray();
    return reference / 2 < keys.length ? "{" + keys[reference / 2] + "}" : "{}";
  }
}
