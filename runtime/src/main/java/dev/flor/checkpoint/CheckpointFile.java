package dev.flor.checkpoint;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A checkpoint by itself, away from the run that took it: which objects it holds, a checkpoint of one
 * of them alone, and the way of that one back into a live object. The classes are needed for the last
 * only.
 */
public final class CheckpointFile {
  private static final int LEAST = 1 << 12;

  private final byte[] bytes;
  private final Map<String, Integer> roots = new LinkedHashMap<>();
  private final List<Saved> objects = new ArrayList<>();

  /** One object, as it stands in the file. */
  private static final class Saved {
    private final byte[] className;
    private final byte[] signature;
    private final byte[] data;
    private final int[] references;

    Saved(byte[] className, byte[] signature, byte[] data, int[] references) {
      this.className = className;
      this.signature = signature;
      this.data = data;
      this.references = references;
    }
  }

  private CheckpointFile(byte[] bytes) throws NotRestorable {
    this.bytes = bytes;
    try {
      parse(new Input(bytes));
    } catch (BufferUnderflowException | ArithmeticException e) {
      throw new NotRestorable("the checkpoint is cut short or corrupt");
    }
  }

  /** Reads the bytes of a checkpoint. */
  public static CheckpointFile of(byte[] bytes) throws NotRestorable {
    return new CheckpointFile(bytes.clone());
  }

  /** Reads a file, such as {@code flor checkpoint get} writes. */
  public static CheckpointFile read(Path file) throws IOException, NotRestorable {
    return new CheckpointFile(Files.readAllBytes(file));
  }

  private void parse(Input in) throws NotRestorable {
    byte[] magic = new byte[Saver.MAGIC.length];
    for (int i = 0; i < magic.length; i++) {
      magic[i] = (byte) in.u8();
    }
    if (!Arrays.equals(magic, Saver.MAGIC) || in.u8() != Saver.FORMAT) {
      throw new NotRestorable("this is no checkpoint of a format known here");
    }
    for (int rest = in.count(); rest > 0; rest--) {
      roots.put(in.utf8(), in.integer());
    }
    List<byte[][]> classes = new ArrayList<>();
    for (int type = in.integer(); type != 0; type = in.integer()) {
      if (type == classes.size() + 1) {
        classes.add(new byte[][] {in.raw(), in.raw()});
      } else if (type > classes.size()) {
        throw new NotRestorable("class " + type + " is used before it is named");
      }
      byte[] data = in.slice(in.fixed32()).allBytes();
      int[] references = new int[in.count()];
      for (int i = 0; i < references.length; i++) {
        references[i] = in.integer();
      }
      byte[][] named = classes.get(type - 1);
      objects.add(new Saved(named[0], named[1], data, references));
    }
  }

  /** The names under which objects were enrolled. */
  public Set<String> names() {
    return Collections.unmodifiableSet(roots.keySet());
  }

  /** The bytes of a checkpoint of one of them: as if it had been enrolled alone. */
  public byte[] only(String name) throws NotRestorable {
    List<Integer> order = new ArrayList<>();
    int[] numbers = new int[objects.size() + 1];
    reach(root(name), order, numbers);
    for (int at = 0; at < order.size(); at++) {
      for (int reference : objects.get(order.get(at) - 1).references) {
        reach(reference, order, numbers);
      }
    }
    Output out = Output.into(new byte[LEAST]);
    write(name, order, numbers, out);
    return out.toBytes();
  }

  private static void reach(int number, List<Integer> order, int[] numbers) throws NotRestorable {
    if (number < 0 || number >= numbers.length) {
      throw new NotRestorable("the checkpoint refers to an object that is not in it");
    }
    if (number != 0 && numbers[number] == 0) {
      order.add(number);
      numbers[number] = order.size();
    }
  }

  private void write(String name, List<Integer> order, int[] numbers, Output out) {
    for (byte magic : Saver.MAGIC) {
      out.u8(magic);
    }
    out.u8(Saver.FORMAT);
    out.varint(1);
    out.utf8(name);
    out.varint(numbers[roots.get(name)]);
    List<byte[]> classes = new ArrayList<>();
    for (int number : order) {
      Saved saved = objects.get(number - 1);
      int type = indexOf(saved.className, classes);
      if (type < 0) {
        classes.add(saved.className);
        out.varint(classes.size());
        out.raw(saved.className);
        out.raw(saved.signature);
      } else {
        out.varint(type + 1);
      }
      out.fixed32(saved.data.length);
      out.bulk(saved.data.length, 1).put(saved.data);
      out.varint(saved.references.length);
      for (int reference : saved.references) {
        out.varint(numbers[reference]);
      }
    }
    out.varint(0);
  }

  /** By identity: objects of one class share the array of its name. */
  @SuppressWarnings("ReferenceEquality")
  private static int indexOf(byte[] className, List<byte[]> classes) {
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i) == className) {
        return i;
      }
    }
    return -1;
  }

  private int root(String name) throws NotRestorable {
    Integer root = roots.get(name);
    if (root == null) {
      throw new NotRestorable("saved were " + roots.keySet() + ", not " + name);
    }
    return root;
  }

  /**
   * Gives a live object the saved state, in place, as a replay would.
   *
   * @param live of the class that was saved, with the same fields
   */
  public void restore(String name, Object live) throws NotRestorable {
    byte[] alone = roots.size() == 1 ? bytes : only(name);
    root(name);
    try {
      ObjectGraph.of(Collections.singletonMap(name, live)).prepare(alone).apply();
    } catch (NotSavable e) {
      throw new NotRestorable(name + " cannot take a saved state: " + e.getMessage());
    }
  }
}
