package dev.flor.journal;

import java.util.Arrays;

/** What a reader knows of a turn that is not over, or of the root: where it is, and what it has had. */
final class OpenTurn {
  /** Most turns are over before there is something to count. */
  private static final int[] NONE = {};

  private final int context;
  private final int loop;
  private final long index;
  private final long item;
  private final boolean counted;
  private int[] names = NONE;
  private int[] counts = NONE;
  private int size;

  private OpenTurn(int context, int loop, long index, long item, boolean counted) {
    this.context = context;
    this.loop = loop;
    this.index = index;
    this.item = item;
    this.counted = counted;
  }

  static OpenTurn root() {
    return new OpenTurn(0, 0, 0, 0, false);
  }

  /** A turn whose item is {@code value}. */
  static OpenTurn of(int context, int loop, long index, Value value) {
    boolean counted = value.type() == Value.Type.LONG;
    return new OpenTurn(context, loop, index, counted ? value.asLong() : 0, counted);
  }

  /** The turn after this one, in {@code context}. */
  OpenTurn next(int following) {
    return new OpenTurn(following, loop, index + 1, item + 1, true);
  }

  int context() {
    return context;
  }

  int loop() {
    return loop;
  }

  long index() {
    return index;
  }

  long item() {
    return item;
  }

  /** Whether its item is a number, so that another turn can follow with the next one. */
  boolean counted() {
    return counted;
  }

  /** How many values of that name it has had before. */
  int values(int name) {
    return count(name << 1);
  }

  /** How many loops of that name it has had before. */
  int loops(int name) {
    return count(name << 1 | 1);
  }

  private int count(int key) {
    for (int i = 0; i < size && i < FEW; i++) {
      if (names[i] == key) {
        return counts[i]++;
      }
    }
    return size < FEW ? add(size, key) : search(key);
  }

  /** Names beyond the first few are kept sorted. */
  private static final int FEW = 8;

  private int search(int key) {
    int found = Arrays.binarySearch(names, FEW, size, key);
    return found >= 0 ? counts[found]++ : add(-found - 1, key);
  }

  private int add(int at, int key) {
    if (size == names.length) {
      names = Arrays.copyOf(names, Math.max(1, 2 * size));
      counts = Arrays.copyOf(counts, Math.max(1, 2 * size));
    }
    System.arraycopy(names, at, names, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    names[at] = key;
    counts[at] = 1;
    size++;
    return 0;
  }
}
