package dev.flor.store.frame;

import dev.flor.store.packed.LongList;
import dev.flor.store.packed.TypedList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * What the runs of a group have under one name, ordered by turn, and within a turn as it was logged. Where several
 * runs have a value in the same place, the earliest run's is here.
 */
final class NameValues {
  /** Before the first value of a context: where an arg stands. */
  static final long ARG = -1;

  /**
   * What one run has.
   *
   * @param member the run's place in the group
   * @param turns for each value the turn
   * @param ordinals for each value how many-th of its turn it is; empty when each is the only one
   */
  record Part(int member, LongList turns, LongList ordinals, TypedList values) {
    long ordinal(int i) {
      return ordinals.size() == 0 ? 0 : ordinals.get(i);
    }

    boolean isInOrder() {
      for (int i = 1; i < turns.size(); i++) {
        long step = turns.get(i) - turns.get(i - 1);
        if (step < 0 || (step == 0 && ordinal(i) <= ordinal(i - 1))) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<LongFunction<String>> asides;
  private final LongList turns;
  private final LongList members;
  private final int onlyMember;
  private final TypedList values;

  private NameValues(
      List<LongFunction<String>> asides,
      LongList turns,
      LongList members,
      int onlyMember,
      TypedList values) {
    this.asides = asides;
    this.turns = turns;
    this.members = members;
    this.onlyMember = onlyMember;
    this.values = values;
  }

  /** @param asides for each member of the group its texts that are kept aside */
  static NameValues of(List<Part> parts, List<LongFunction<String>> asides) {
    List<Part> some = parts.stream().filter(part -> part.turns().size() > 0).toList();
    if (some.isEmpty()) {
      return new NameValues(asides, new LongList(), new LongList(), 0, new TypedList());
    }
    if (some.size() == 1 && some.get(0).isInOrder()) {
      Part part = some.get(0);
      return new NameValues(asides, part.turns(), new LongList(), part.member(), part.values());
    }
    return new Merge(some, asides).values();
  }

  int size() {
    return turns.size();
  }

  int turn(int i) {
    return turns.getInt(i);
  }

  /** The run it is of, by its place in the group. */
  int member(int i) {
    return members.size() == 0 ? onlyMember : members.getInt(i);
  }

  /** The value as a Double, Long, Boolean or String. */
  Object plain(int i) {
    return values.plain(i, asides.get(member(i)));
  }

  /** Whether all values are doubles. */
  boolean allDoubles() {
    return values.allDoubles();
  }

  /** A value that is a double. */
  double number(int i) {
    return Double.longBitsToDouble(values.bits(i));
  }

  /** For each turn the first of its values, or -1. */
  int[] firsts(int turnCount) {
    int[] firsts = new int[turnCount];
    Arrays.fill(firsts, -1);
    for (int i = size() - 1; i >= 0; i--) {
      firsts[turn(i)] = i;
    }
    return firsts;
  }

  /** How many values follow that are of the same turn, the one at {@code first} included. */
  int count(int first) {
    int end = first + 1;
    while (end < size() && turns.get(end) == turns.get(first)) {
      end++;
    }
    return end - first;
  }

  /** Puts what several runs have, or one not in order, into order. */
  private static final class Merge {
    private final List<Part> parts;
    private final List<LongFunction<String>> asides;
    private final LongList turns = new LongList();
    private final LongList members = new LongList();
    private final TypedList values = new TypedList();

    Merge(List<Part> parts, List<LongFunction<String>> asides) {
      this.parts = parts;
      this.asides = asides;
    }

    NameValues values() {
      int[] starts = new int[parts.size() + 1];
      for (int p = 0; p < parts.size(); p++) {
        starts[p + 1] = starts[p] + parts.get(p).turns().size();
      }
      long[] keys = new long[starts[parts.size()]];
      for (int p = 0; p < parts.size(); p++) {
        for (int i = 0; i < parts.get(p).turns().size(); i++) {
          keys[starts[p] + i] = (parts.get(p).turns().get(i) << 32) | (starts[p] + i);
        }
      }
      Arrays.sort(keys); // by turn, then by run, then as logged
      for (int from = 0; from < keys.length; ) {
        int to = from + 1;
        while (to < keys.length && keys[to] >>> 32 == keys[from] >>> 32) {
          to++;
        }
        addTurn(keys, from, to, starts);
        from = to;
      }
      return new NameValues(asides, turns, members, 0, values);
    }

    private void addTurn(long[] keys, int from, int to, int[] starts) {
      TreeMap<Long, Integer> byOrdinal = new TreeMap<>();
      for (int k = from; k < to; k++) {
        int place = (int) keys[k];
        int p = part(starts, place);
        byOrdinal.putIfAbsent(parts.get(p).ordinal(place - starts[p]), place);
      }
      for (int place : byOrdinal.values()) {
        int p = part(starts, place);
        turns.add(keys[from] >>> 32);
        members.add(parts.get(p).member());
        values.add(parts.get(p).values(), place - starts[p]);
      }
    }

    private static int part(int[] starts, int place) {
      int p = 0;
      while (place >= starts[p + 1]) {
        p++;
      }
      return p;
    }
  }
}
