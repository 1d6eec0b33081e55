package dev.flor;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** Items that are looked up when asked for: a range of numbers, the live contents of an array. */
final class Indexed<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private final IntFunction<T> item;

  Indexed(int size, IntFunction<T> item) {
    this.size = size;
    this.item = item;
  }

  /** The numbers from {@code start} up to before {@code end}. */
  static List<Integer> range(int start, int end) {
    return new Range(start, 1, Math.max(0, (long) end - start));
  }

  /** The numbers from {@code start} on, {@code step} apart, as long as they are before {@code end}. */
  static List<Integer> range(int start, int end, int step) {
    if (step == 0) {
      throw new IllegalArgumentException("a range of steps of 0 does not end");
    }
    long way = step > 0 ? (long) end - start : (long) start - end;
    long size = Math.max(0, (way + Math.abs((long) step) - 1) / Math.abs((long) step));
    return new Range(start, step, size);
  }

  @Override
  public T get(int index) {
    return item.apply(Objects.checkIndex(index, size));
  }

  @Override
  public int size() {
    return size;
  }

  /** Goes through numbers that are the same step apart. Giving one takes no time worth measuring. */
  static final class Counter implements Iterator<Integer> {
    private final int step;
    private int next;
    private int left;

    Counter(int start, int step, int size) {
      this.next = start;
      this.step = step;
      this.left = size;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public Integer next() {
      if (left == 0) {
        throw new NoSuchElementException("no more numbers");
      }
      int number = next;
      next += step;
      left--;
      return number;
    }
  }

  /** Numbers the same step apart. */
  private static final class Range extends AbstractList<Integer> implements RandomAccess {
    private final int start;
    private final int step;
    private final int size;

    Range(int start, int step, long size) {
      this.start = start;
      this.step = step;
      this.size = (int) Math.min(Integer.MAX_VALUE, size);
    }

    @Override
    public Integer get(int index) {
      return start + Objects.checkIndex(index, size) * step;
    }

    @Override
    public Iterator<Integer> iterator() {
      return new Counter(start, step, size);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
