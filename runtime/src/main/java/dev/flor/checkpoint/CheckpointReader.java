package dev.flor.checkpoint;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a checkpoint and lays it beside the live objects. A recording process never comes here. */
final class CheckpointReader {
  private final Shapes shapes;
  private final Set<ClassLoader> loaders;

  CheckpointReader(Shapes shapes, Set<ClassLoader> loaders) {
    this.shapes = shapes;
    this.loaders = loaders;
  }

  Restoration prepare(byte[] checkpoint, Map<String, Object> roots) throws NotRestorable {
    try {
      return prepare(new Input(checkpoint), roots);
    } catch (BufferUnderflowException | ArithmeticException e) {
      throw new NotRestorable("the checkpoint is cut short or corrupt");
    }
  }

  private Restoration prepare(Input in, Map<String, Object> roots) throws NotRestorable {
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
}
