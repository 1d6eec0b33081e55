package dev.flor.journal;

import java.util.HashMap;
import java.util.Map;

/** The numbers of names that were told. Names are mostly literals, so that a glance mostly finds them. */
final class NameTable {
  private static final int SEEN = 64;

  private final Map<String, Integer> numbers = new HashMap<>(); // looked up, never walked
  private final String[] seen = new String[SEEN];
  private final int[] seenNumbers = new int[SEEN];

  /** The number of a name, or -1. */
  int find(String name) {
    int slot = name.hashCode() & (SEEN - 1);
    if (isSame(seen[slot], name)) {
      return seenNumbers[slot];
    }
    Integer number = numbers.get(name);
    if (number == null) {
      return -1;
    }
    seen[slot] = name;
    seenNumbers[slot] = number;
    return number;
  }

  /** Gives a new name its number. */
  int add(String name) {
    int number = numbers.size();
    numbers.put(name, number);
    return number;
  }

  @SuppressWarnings("ReferenceEquality") // others are found by their text a line later
  private static boolean isSame(String one, String other) {
    return one == other;
  }
}
