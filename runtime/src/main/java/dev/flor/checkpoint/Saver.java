package dev.flor.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks everything that the roots reach, breadth first and without recursion, and writes each object
 * once. Objects are numbered in the order in which they are met; 0 is null.
 */
final class Saver implements Parts {
  static final byte[] MAGIC = {'F', 'L', 'O', 'R', 'C', 'K', 'P'};
  static final int FORMAT = 1;

  private static final int LONGEST_PATH = 400;

  private final Shapes shapes;
  private final Output out;
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>(); // looked up
  private final Map<Class<?>, Integer> classes = new HashMap<>(); // looked up
  private final List<Object> objects = new ArrayList<>();
  private final Ints parents = new Ints();
  private final Ints positions = new Ints();
  private final Ints references = new Ints();
  private int current;

  Saver(Shapes shapes, int expected, boolean dry) {
    this.shapes = shapes;
    this.out = new Output(expected, dry);
    objects.add(null);
    parents.add(0);
    positions.add(0);
  }

  Output save(Map<String, Object> roots) throws NotSavable {
    for (byte magic : MAGIC) {
      out.u8(magic);
    }
    out.u8(FORMAT);
    out.varint(roots.size());
    for (Map.Entry<String, Object> root : roots.entrySet()) {
      out.utf8(root.getKey());
      int number = number(root.getValue());
      out.varint(number);
      references.add(number); // so that a root's position is its place among the roots
    }
    List<String> names = new ArrayList<>(roots.keySet());
    for (current = 1; current < objects.size(); current++) {
      try {
        object(objects.get(current));
      } catch (NotSavable e) {
        throw new NotSavable(path(current, names) + " is " + e.getMessage());
      }
    }
    out.varint(0); // no class has this number: the end
    return out;
  }

  /** All objects that were met. */
  Iterable<Object> objects() {
    return objects.subList(1, objects.size());
  }

  private void object(Object object) throws NotSavable {
    Class<?> type = Shapes.classOf(object);
    Shape shape = shapes.of(type);
    type(type);
    int lengthAt = out.size();
    out.fixed32(0);
    references.clear();
    shape.save(object, this);
    out.set32(lengthAt, out.size() - lengthAt - 4);
    out.varint(references.size());
    for (int i = 0; i < references.size(); i++) {
      out.varint(references.get(i));
    }
  }

  private void type(Class<?> type) throws NotSavable {
    Integer known = classes.putIfAbsent(type, classes.size() + 1);
    if (known != null) {
      out.varint(known);
    } else {
      out.varint(classes.size());
      out.utf8(Shapes.nameOf(type));
      out.utf8(shapes.signatureOf(type));
    }
  }

  @Override
  public Output data() {
    return out;
  }

  @Override
  public void reference(Object to) {
    references.add(number(to));
  }

  private int number(Object object) {
    if (object == null) {
      return 0;
    }
    Integer known = numbers.putIfAbsent(object, objects.size());
    if (known != null) {
      return known;
    }
    objects.add(object);
    parents.add(current);
    positions.add(references.size());
    return objects.size() - 1;
  }

  /** Where an object was met first, such as {@code model.cache.pool}. */
  private String path(int number, List<String> roots) throws NotSavable {
    StringBuilder path = new StringBuilder();
    int at = number;
    for (int parent = parents.get(at); parent != 0; parent = parents.get(at)) {
      Object holder = objects.get(parent);
      String label = shapes.of(Shapes.classOf(holder)).label(holder, positions.get(at));
      path.insert(0, label);
      if (path.length() > LONGEST_PATH) {
        path.setLength(LONGEST_PATH);
        path.insert(0, "...");
      }
      at = parent;
    }
    return path.insert(0, roots.get(positions.get(at))).toString();
  }
}
