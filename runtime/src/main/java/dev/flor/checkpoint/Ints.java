package dev.flor.checkpoint;

import java.util.Arrays;

/** A growing array of numbers. */
final class Ints {
  private int[] items = new int[16];
  private int size;

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  int get(int index) {
    return items[index];
  }

  int[] items() {
    return items;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }
}
