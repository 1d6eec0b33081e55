package dev.flor.checkpoint;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The enrolled objects by their names, and everything they reach: one graph. */
public final class ObjectGraph {
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
      expect(new Saver(shapes, numbers, Output.dry(), true).save(roots).wholeSize());
      for (int number = 1; number <= numbers.count(); number++) {
        addLoader(numbers.object(number).getClass());
      }
    } finally {
      numbers.clear();
    }
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
    } catch (NotSavable e) {
      numbers.clear();
      look(); // says where
      throw e;
    } finally {
      numbers.clear();
    }
  }

  private void expect(long bytes) {
    expected = bytes + bytes / 16 + LEAST;
  }

  /** Finds out how to restore a checkpoint into the live objects, and changes none yet. */
  public Restoration prepare(byte[] checkpoint) throws NotRestorable {
    try {
      return prepare(new Input(checkpoint));
    } catch (BufferUnderflowException | ArithmeticException e) {
      throw new NotRestorable("the checkpoint is cut short or corrupt");
    }
  }

  private Restoration prepare(Input in) throws NotRestorable {
    byte[] magic = new byte[Saver.MAGIC.length];
    for (int i = 0; i < magic.length; i++) {
      magic[i] = (byte) in.u8();
    }
    if (!Arrays.equals(magic, Saver.MAGIC) || in.u8() != Saver.FORMAT) {
      throw new NotRestorable("this is no checkpoint of a format known here");
    }
    Map<String, Integer> saved = new LinkedHashMap<>();
    for (int rest = in.count(); rest > 0; rest--) {
      saved.put(in.utf8(), in.integer());
    }
    if (!saved.keySet().equals(roots.keySet())) {
      throw new NotRestorable("saved were " + saved.keySet() + ", enrolled " + roots.keySet());
    }
    Restoration restoration = new Restoration(nodes(in));
    for (Map.Entry<String, Integer> root : saved.entrySet()) {
      restoration.root(root.getKey(), root.getValue(), roots.get(root.getKey()));
    }
    restoration.match();
    return restoration;
  }

  private Node[] nodes(Input in) throws NotRestorable {
    List<SavedClass> classes = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    nodes.add(null);
    for (int type = in.integer(); type != 0; type = in.integer()) {
      if (type == classes.size() + 1) {
        classes.add(SavedClass.find(in.utf8(), in.utf8(), loaders, shapes));
      } else if (type > classes.size()) {
        throw new NotRestorable("class " + type + " is used before it is named");
      }
      Input data = in.slice(in.fixed32());
      int[] references = new int[in.count()];
      for (int i = 0; i < references.length; i++) {
        references[i] = in.integer();
      }
      nodes.add(new Node(classes.get(type - 1), data, references));
    }
    return nodes.toArray(new Node[0]);
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
