package dev.flor.history;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;

/**
 * Paths in order, in an array: git lists them so, and a tree would compare each with ten others again, most of it along the folders that
 * they have in common. Nothing is added or removed. A part of a part is what they share, where a tree would refuse what is outside.
 */
@SuppressWarnings(
    "JdkObsolete") // what is asked of a version's files is no more than a SortedSet tells
public final class SortedPaths extends AbstractSet<String> implements SortedSet<String> {
  private final String[] all;
  private final int from;
  private final int to;

  private SortedPaths(String[] all, int from, int to) {
    this.all = all;
    this.from = from;
    this.to = to;
  }

  /** Each path once; those that are in order already are not sorted again. */
  public static SortedPaths of(List<String> paths) {
    String[] all = paths.toArray(String[]::new);
    for (int i = 1; i < all.length; i++) {
      if (all[i - 1].compareTo(all[i]) >= 0) {
        String[] sorted = Arrays.stream(all).sorted().distinct().toArray(String[]::new);
        return new SortedPaths(sorted, 0, sorted.length);
      }
    }
    return new SortedPaths(all, 0, all.length);
  }

  /** Where a path is, or would be. */
  private int at(String path) {
    int found = Arrays.binarySearch(all, from, to, path);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof String path && Arrays.binarySearch(all, from, to, path) >= 0;
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.asList(all).subList(from, to).iterator();
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public Comparator<? super String> comparator() {
    return null; // that is, their natural order
  }

  @Override
  public SortedSet<String> subSet(String first, String end) {
    if (first.compareTo(end) > 0) {
      throw new IllegalArgumentException(first + " comes behind " + end);
    }
    return new SortedPaths(all, at(first), at(end));
  }

  @Override
  public SortedSet<String> headSet(String end) {
    return new SortedPaths(all, from, at(end));
  }

  @Override
  public SortedSet<String> tailSet(String first) {
    return new SortedPaths(all, at(first), to);
  }

  @Override
  public String first() {
    return one(from);
  }

  @Override
  public String last() {
    return one(to - 1);
  }

  private String one(int at) {
    if (from == to) {
      throw new NoSuchElementException("there are no paths");
    }
    return all[at];
  }
}
