package dev.flor;

import java.util.HashMap;
import java.util.Map;

/**
 * Before which values of a loop to look where the program is. Looking takes about as long as a hundred
 * logs, so it is done at the first value of a name in a loop, at the second one in the same turn, and
 * at the fourth, eighth, ... where no turn before had so many.
 */
final class Looks {
  private static final int SEEN = 8;

  private final Count[] seen = new Count[SEEN];
  private Map<String, Count> counts; // looked up, never walked

  /** Counts a value in a turn, and says whether to look before it is logged. */
  boolean due(String name, long turn) {
    Count known = seen[slot(name)];
    if (known == null || !known.is(name)) {
      known = find(name);
    }
    return known == null || known.due(turn);
  }

  /** The first value of a name was looked at. */
  void looked(String name, long turn) {
    if (counts == null) {
      counts = new HashMap<>();
    }
    counts.putIfAbsent(name, new Count(name, turn));
  }

  private Count find(String name) {
    Count found = counts == null ? null : counts.get(name);
    if (found != null) {
      seen[slot(name)] = found;
    }
    return found;
  }

  private static int slot(String name) {
    return name.hashCode() & (SEEN - 1);
  }

  /** How often one name was logged in a turn. */
  private static final class Count {
    private final String name;
    private long turn;
    private long count = 1;
    private long most;

    Count(String name, long turn) {
      this.name = name;
      this.turn = turn;
    }

    @SuppressWarnings("ReferenceEquality") // another text of the same letters is found in the map
    boolean is(String other) {
      return name == other;
    }

    /** The loop came back to its head since: all values of its earlier turns were logged in it. */
    boolean due(long now) {
      if (turn != now) {
        most = Math.max(most, count);
        turn = now;
        count = 1;
        return false;
      }
      count++;
      return count == 2 || (count > most && Long.bitCount(count) == 1);
    }
  }
}
