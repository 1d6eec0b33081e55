package dev.flor.checkpoint;

import java.util.Arrays;

/**
 * Numbers objects by their identity, from 1 in the order in which they come; 0 is null. The table
 * holds numbers and not the objects: a reference that is stored all over a large array makes work for
 * the garbage collector.
 */
final class Numbers {
  private static final int SMALLEST = 1 << 8;

  private int[] table = new int[2 * SMALLEST];
  private Object[] objects = new Object[SMALLEST];
  private int count;

  /** The number of an object, a new one if it comes for the first time. */
  int of(Object object) {
    if (object == null) {
      return 0;
    }
    int mask = table.length - 1;
    int at = spread(System.identityHashCode(object)) & mask;
    for (int number = table[at]; number != 0; number = table[at]) {
      if (isSame(objects[number], object)) {
        return number;
      }
      at = (at + 1) & mask;
    }
    return add(at, object);
  }

  int count() {
    return count;
  }

  Object object(int number) {
    return objects[number];
  }

  /** Forgets all objects, but not how many they were: there will be as many again. */
  void clear() {
    Arrays.fill(table, 0);
    Arrays.fill(objects, 0, count + 1, null);
    count = 0;
  }

  private int add(int at, Object object) {
    count++;
    table[at] = count;
    if (count == objects.length) {
      objects = Arrays.copyOf(objects, 2 * count);
    }
    objects[count] = object;
    if (2 * count > table.length) {
      grow();
    }
    return count;
  }

  private void grow() {
    int mask = 2 * table.length - 1;
    table = new int[mask + 1];
    for (int number = 1; number <= count; number++) {
      int at = spread(System.identityHashCode(objects[number])) & mask;
      while (table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = number;
    }
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  @SuppressWarnings("ReferenceEquality") // identity is the point
  private static boolean isSame(Object one, Object other) {
    return one == other;
  }
}
