package dev.flor.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
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
  private final Numbers numbers;
  private final Output out;
  private final Map<Class<?>, Known> classes = new HashMap<>(); // looked up
  private final boolean tracing;
  private final Ints parents = new Ints();
  private final Ints positions = new Ints();
  private final Ints references = new Ints();
  private Known last = new Known(null, null, 0);
  private int current;

  /**
   * One walk.
   *
   * @param tracing whether to remember how objects were reached, to tell the path of one that cannot
   *     be saved
   */
  Saver(Shapes shapes, Numbers numbers, Output out, boolean tracing) {
    this.shapes = shapes;
    this.numbers = numbers;
    this.out = out;
    this.tracing = tracing;
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
    for (current = 1; current <= numbers.count(); current++) {
      try {
        object(numbers.object(current));
      } catch (NotSavable e) {
        throw tracing ? new NotSavable(path(roots) + " is " + e.getMessage()) : e;
      }
    }
    out.varint(0); // no class has this number: the end
    return out;
  }

  private void object(Object object) throws NotSavable {
    Class<?> type = Shapes.classOf(object);
    if (last.type != type) {
      last = known(type);
    }
    out.varint(last.number);
    if (!last.named) {
      last.named = true;
      out.utf8(Shapes.nameOf(type));
      out.utf8(shapes.signatureOf(type));
    }
    int lengthAt = out.size();
    out.fixed32(0);
    references.clear();
    last.shape.save(object, this);
    out.set32(lengthAt, out.size() - lengthAt - 4);
    int count = references.size();
    out.varint(count);
    int[] items = references.items();
    for (int i = 0; i < count; i++) {
      out.varint(items[i]);
    }
  }

  private Known known(Class<?> type) throws NotSavable {
    Known known = classes.get(type);
    if (known == null) {
      known = new Known(type, shapes.of(type), classes.size() + 1);
      classes.put(type, known);
    }
    return known;
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
    int number = numbers.of(object);
    if (tracing && number == parents.size()) {
      parents.add(current);
      positions.add(references.size());
    }
    return number;
  }

  /** Where the current object was met first, such as {@code model.cache.pool}. */
  private String path(Map<String, Object> roots) throws NotSavable {
    StringBuilder path = new StringBuilder();
    int at = current;
    for (int parent = parents.get(at); parent != 0; parent = parents.get(at)) {
      Object holder = numbers.object(parent);
      String label = shapes.of(Shapes.classOf(holder)).label(holder, positions.get(at));
      path.insert(0, label);
      if (path.length() > LONGEST_PATH) {
        path.setLength(LONGEST_PATH);
        path.insert(0, "...");
      }
      at = parent;
    }
    return path.insert(0, new ArrayList<>(roots.keySet()).get(positions.get(at)))
        .toString();
  }

  /** What this walk knows of a class. */
  private static final class Known {
    private final Class<?> type;
    private final Shape shape;
    private final int number;
    private boolean named;

    Known(Class<?> type, Shape shape, int number) {
      this.type = type;
      this.shape = shape;
      this.number = number;
    }
  }
}
