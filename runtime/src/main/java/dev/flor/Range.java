package dev.flor;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Consecutive numbers, computed when asked for. */
final class Range extends AbstractList<Integer> implements RandomAccess {
  private final int start;
  private final int size;

  Range(int start, int end) {
    this.start = start;
    this.size = Math.max(0, (int) Math.min(Integer.MAX_VALUE, (long) end - start));
  }

  @Override
  public Integer get(int index) {
    return start + Objects.checkIndex(index, size);
  }

  @Override
  public int size() {
    return size;
  }
}
