package dev.flor.checkpoint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The enrolled objects by their names, and everything they reach: one graph. */
public final class ObjectGraph {
  /** The bytes of a checkpoint are one array. */
  private static final long MOST_AT_ONCE = Integer.MAX_VALUE - 8L;

  private static final int LEAST = 256;

  private final Map<String, Object> roots;
  private final Shapes shapes = new Shapes();
  private final Set<ClassLoader> loaders = new LinkedHashSet<>();
  private final Numbers numbers = new Numbers();
  private final Spares spares = new Spares();
  private long expected;

  private ObjectGraph(Map<String, Object> roots) {
    this.roots = new LinkedHashMap<>(roots);
  }

  /** The graph of these objects, which must be mutable and savable, as must what they reach. */
  public static ObjectGraph of(Map<String, Object> roots) throws NotSavable {
    ObjectGraph graph = new ObjectGraph(roots);
    for (Map.Entry<String, Object> root : roots.entrySet()) {
      graph.requireMutable(root.getKey(), root.getValue());
    }
    graph.look();
    graph.loaders.add(ObjectGraph.class.getClassLoader());
    return graph;
  }

  /** Walks without copying; what cannot be saved is named by its path. */
  private void look() throws NotSavable {
    try {
      expect(requireSmall(
          new Saver(shapes, numbers, Output.dry(), true).save(roots).wholeSize()));
      for (int number = 1; number <= numbers.count(); number++) {
        addLoader(numbers.object(number).getClass());
      }
    } finally {
      numbers.clear();
    }
  }

  static long requireSmall(long bytes) throws NotSavable {
    if (bytes > MOST_AT_ONCE) {
      throw new NotSavable("the state has " + (bytes >> 20) + " MB, and a checkpoint at most "
          + (MOST_AT_ONCE >> 20));
    }
    return bytes;
  }

  /** About how many bytes a snapshot will have. */
  public long expectedBytes() {
    return expected;
  }

  /** Copies the state of all objects as it is now. */
  public Snapshot save() throws NotSavable {
    try {
      Output into = Output.into(spares.take((int) Math.min(MOST_AT_ONCE, expected)));
      Snapshot snapshot = new Saver(shapes, numbers, into, false).save(roots).snapshot(spares);
      expect(snapshot.length());
      return snapshot;
    } catch (NotSavable | ArithmeticException e) {
      numbers.clear();
      look(); // says where, or how large it has become
      throw e;
    } finally {
      numbers.clear();
    }
  }

  /** Whether equal states are equal bytes, as far as the objects are known that were saved. */
  public boolean comparable() {
    return shapes.comparable();
  }

  private void expect(long bytes) {
    expected = bytes + bytes / 16 + LEAST;
  }

  /** Finds out how to restore a checkpoint into the live objects, and changes none yet. */
  public Restoration prepare(byte[] checkpoint) throws NotRestorable {
    return new CheckpointReader(shapes, loaders).prepare(checkpoint, roots);
  }

  private void requireMutable(String name, Object root) throws NotSavable {
    if (root == null) {
      throw new NotSavable(name + " is null");
    }
    Shape.Kind kind;
    try {
      kind = shapes.of(Shapes.classOf(root)).kind();
    } catch (NotSavable e) {
      throw new NotSavable(name + " is " + e.getMessage());
    }
    if (kind == Shape.Kind.LEAF || kind == Shape.Kind.BUILT) {
      throw new NotSavable(name
          + " is a "
          + root.getClass().getName()
          + ", which never changes; enroll the object or array that holds it");
    }
  }

  private void addLoader(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (!Shapes.ofTheJdk(element)) {
      loaders.add(element.getClassLoader());
    }
  }
}
