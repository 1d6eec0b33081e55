package dev.flor.checkpoint;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A checkpoint laid beside the live objects. An enrolled object, and what is reached from it on the
 * same path and has the same class, is restored in place; what has no live counterpart is made anew.
 * Nothing is changed before {@link #apply}.
 */
public final class Restoration {
  private final Node[] nodes;
  private final Object[] live;
  private final Object[] targets;
  private final Object[][] counterparts;
  private final boolean[] met;
  private final Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Integer> toVisit = new ArrayDeque<>();

  Restoration(Node[] nodes) {
    this.nodes = nodes;
    this.live = new Object[nodes.length];
    this.targets = new Object[nodes.length];
    this.counterparts = new Object[nodes.length][];
    this.met = new boolean[nodes.length];
  }

  void root(String name, int number, Object object) throws NotRestorable {
    meet(number, object);
    if (number == 0 || targets[number] != object) {
      throw new NotRestorable(
          name + " was saved as a " + (number == 0 ? "null" : nodes[number].name())
              + " of another size or class than it has now");
    }
  }

  /** Pairs saved objects with live ones, or with new ones that are blank so far. */
  void match() throws NotRestorable {
    while (!toVisit.isEmpty()) {
      int number = toVisit.remove();
      Node node = nodes[number];
      Object[] children = new Object[0];
      if (live[number] != null) {
        Shape shape = node.shape() == LambdaShape.UNKNOWN ? lambda(live[number]) : node.shape();
        children = shape.counterparts(live[number], node, nodes);
      }
      counterparts[number] = children;
      int[] references = node.references();
      for (int i = 0; i < references.length; i++) {
        meet(references[i], i < children.length ? children[i] : null);
      }
    }
    for (int number = 1; number < nodes.length; number++) {
      resolve(number, 0);
    }
  }

  /** Gives the objects their saved state. When this throws, they are left half restored. */
  public void apply() throws NotRestorable {
    for (int number = 1; number < nodes.length; number++) {
      fill(number, Shape.Kind.FILLED);
    }
    for (int number = nodes.length - 1; number > 0; number--) {
      fill(number, Shape.Kind.COLLECTED);
    }
    for (int number = 1; number < nodes.length; number++) {
      if (met[number]) {
        nodes[number].shape().verify(targets[number], nodes[number], references(number));
      }
    }
  }

  private void fill(int number, Shape.Kind kind) throws NotRestorable {
    Node node = nodes[number];
    if (met[number] && node.shape().kind() == kind) {
      node.shape().fill(targets[number], node, references(number));
    }
  }

  /** A saved object is met for the first time, and beside it perhaps a live one. */
  private void meet(int number, Object candidate) throws NotRestorable {
    if (number >= nodes.length) {
      throw new NotRestorable("object " + number + " is not in the checkpoint");
    }
    if (number == 0 || met[number]) {
      return;
    }
    met[number] = true;
    Node node = nodes[number];
    Object like = candidate != null && node.isOf(candidate) ? candidate : null;
    switch (node.shape().kind()) {
      case LEAF:
        targets[number] = leaf(node, like);
        break;
      case BUILT:
        live[number] = like;
        toVisit.add(number);
        break;
      default:
        boolean inPlace = like != null && node.shape().fits(like, node) && used.add(like);
        live[number] = inPlace ? like : null;
        targets[number] = inPlace ? like : node.shape().create(node);
        toVisit.add(number);
    }
  }

  private static Object leaf(Node node, Object like) throws NotRestorable {
    if (node.shape() instanceof KeptShape) {
      return like != null && node.shape().fits(like, node) ? like : node.shape().create(node);
    }
    Object saved = node.shape().create(node);
    return saved.equals(like) ? like : saved;
  }

  /** Immutable holders, innermost first: the live one if it holds the same, else a new one. */
  private void resolve(int number, int depth) throws NotRestorable {
    if (number == 0 || !met[number] || targets[number] != null) {
      return;
    }
    if (depth > 500) {
      throw new NotRestorable("records nest deeper than 500");
    }
    Node node = nodes[number];
    for (int reference : node.references()) {
      resolve(reference, depth + 1);
    }
    Object[] held = references(number);
    targets[number] = live[number] != null && same(held, counterparts[number])
        ? live[number]
        : node.shape().build(node, held);
  }

  private Object[] references(int number) {
    return Arrays.stream(nodes[number].references())
        .mapToObj(reference -> targets[reference])
        .toArray();
  }

  private static boolean same(Object[] some, Object[] others) {
    boolean same = some.length == others.length;
    for (int i = 0; same && i < some.length; i++) {
      same = some[i] == others[i];
    }
    return same;
  }

  private static Shape lambda(Object live) throws NotRestorable {
    try {
      return new Shapes().of(live.getClass());
    } catch (NotSavable e) {
      throw new NotRestorable(e.getMessage());
    }
  }
}
