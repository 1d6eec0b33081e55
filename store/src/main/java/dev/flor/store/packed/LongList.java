package dev.flor.store.packed;

import java.util.Arrays;

/** Numbers in a row that grows, and operations on rows of them. */
public final class LongList {
  private long[] values;
  private int size;

  /** An empty list. */
  public LongList() {
    this(16);
  }

  /** @param room how many there are likely to be */
  public LongList(int room) {
    this.values = new long[Math.max(16, room)];
  }

  private LongList(long[] values) {
    this.values = values;
    this.size = values.length;
  }

  /** The list of these numbers; the array is its own from then on. */
  public static LongList of(long[] values) {
    return new LongList(values);
  }

  /** Puts a number at the end. */
  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, size * 2));
    }
    values[size++] = value;
  }

  void addAll(LongList more) {
    if (values.length - size < more.size) {
      values = Arrays.copyOf(values, Math.max(size + more.size, size * 2));
    }
    System.arraycopy(more.values, 0, values, size, more.size);
    size += more.size;
  }

  /** The number at that place. */
  public long get(int i) {
    return values[i];
  }

  /** The number at that place, which an int can hold. */
  public int getInt(int i) {
    return (int) values[i];
  }

  /** Puts another number at that place. */
  public void set(int i, long value) {
    values[i] = value;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The numbers themselves and perhaps room behind them; not to be written to. */
  public long[] array() {
    return values;
  }

  /** Whether each is greater than the one before it. */
  boolean ascends() {
    for (int i = 1; i < size; i++) {
      if (values[i] <= values[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** The numbers of this list in order, each once. */
  public LongList sortedOnce() {
    if (ascends()) {
      return this;
    }
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    LongList once = new LongList();
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        once.add(sorted[i]);
      }
    }
    return once;
  }

  /** The numbers of two ascending lists, ascending, each once. */
  public static LongList union(LongList one, LongList other) {
    if (one.size == 0) {
      return other;
    }
    if (other.size == 0 || Arrays.equals(one.values, 0, one.size, other.values, 0, other.size)) {
      return one;
    }
    LongList all = new LongList();
    int i = 0;
    int j = 0;
    while (i < one.size || j < other.size) {
      boolean first = j == other.size || (i < one.size && one.values[i] <= other.values[j]);
      long next = first ? one.values[i] : other.values[j];
      i += i < one.size && one.values[i] == next ? 1 : 0;
      j += j < other.size && other.values[j] == next ? 1 : 0;
      all.add(next);
    }
    return all;
  }

  /** Those of an ascending list that another ascending one has not. */
  public LongList without(LongList others) {
    LongList rest = new LongList();
    int j = 0;
    for (int i = 0; i < size; i++) {
      while (j < others.size && others.values[j] < values[i]) {
        j++;
      }
      if (j == others.size || others.values[j] != values[i]) {
        rest.add(values[i]);
      }
    }
    return rest;
  }
}
