package dev.flor.checkpoint;

import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** What is in a collection or map of the JDK that a class of the program extends. */
final class InheritedShape extends Shape {
  private final Class<?> base;
  private final boolean map;
  private final Inherited.Method walk;
  private final Inherited.Method clear;
  private final Inherited.Method add;

  InheritedShape(Inherited methods) throws NotSavable {
    super(Kind.COLLECTED);
    base = methods.base();
    map = Map.class.isAssignableFrom(base);
    walk = map ? methods.method("entrySet", Set.class) : methods.method("iterator", Iterator.class);
    clear = methods.method("clear", void.class);
    add = adding(methods);
  }

  /** The method that appends, and that calls no other which the program might override. */
  private static Inherited.Method adding(Inherited methods) throws NotSavable {
    Class<?> base = methods.base();
    if (Map.class.isAssignableFrom(base)) {
      Class<?> key = base == EnumMap.class ? Enum.class : Object.class;
      return methods.method("put", Object.class, key, Object.class);
    }
    if (Deque.class.isAssignableFrom(base)) {
      return methods.method("addLast", void.class, Object.class);
    }
    String name = Queue.class.isAssignableFrom(base) ? "offer" : "add";
    return methods.method(name, boolean.class, Object.class);
  }

  @Override
  void save(Object object, Parts parts) {
    for (Object item : items(object)) {
      parts.reference(item);
    }
  }

  /** Whether a new one can be made: what it was constructed with is not known. */
  void requireMakeable(Class<?> type) throws NotRestorable {
    boolean asked = SortedMap.class.isAssignableFrom(base)
        || SortedSet.class.isAssignableFrom(base)
        || PriorityQueue.class == base
        || EnumMap.class == base
        || LinkedHashMap.class == base;
    if (asked) {
      throw new NotRestorable("a new " + type.getName() + " may need what its " + base.getName()
          + " was constructed with");
    }
  }

  @Override
  void fill(Object target, Node node, Object[] references) {
    clear.call(target);
    for (int i = 0; i < references.length; i += map ? 2 : 1) {
      if (map) {
        add.call(target, references[i], references[i + 1]);
      } else {
        add.call(target, references[i]);
      }
    }
  }

  /** What the program overrides may have had another opinion, such as to drop the eldest. */
  @Override
  void verify(Object target, Node node, Object[] references) throws NotRestorable {
    List<Object> now = items(target);
    boolean same = now.size() == references.length;
    boolean ordered = base.getName().contains("Linked") || !base.getName().contains("Hash");
    for (int i = 0; same && ordered && i < references.length; i++) {
      same = now.get(i) == references[i];
    }
    if (!same) {
      throw new NotRestorable(
          "a " + node.type().getName() + " does not take the items that it was saved with");
    }
  }

  @Override
  String label(Object object, int reference) {
    return map ? "{" + items(object).get(reference & ~1) + "}" : super.label(object, reference);
  }

  /** The items; keys and values in turn. */
  private List<Object> items(Object object) {
    List<Object> items = new ArrayList<>();
    Object walked = walk.call(object);
    Iterator<?> all = map ? ((Set<?>) walked).iterator() : (Iterator<?>) walked;
    while (all.hasNext()) {
      Object next = all.next();
      if (map) {
        items.add(((Map.Entry<?, ?>) next).getKey());
        items.add(((Map.Entry<?, ?>) next).getValue());
      } else {
        items.add(next);
      }
    }
    return items;
  }
}
