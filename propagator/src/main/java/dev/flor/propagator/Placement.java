package dev.flor.propagator;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Where a probe goes in an older version, or why it cannot go there. */
public sealed interface Placement {

  Probe probe();

  /** The one exhaustive way to tell the three outcomes apart. */
  default <T> T fold(
      Function<Inserted, T> inserted, Function<Present, T> present, Function<Refused, T> refused) {
    if (this instanceof Inserted i) {
      return inserted.apply(i);
    }
    return this instanceof Present p ? present.apply(p) : refused.apply((Refused) this);
  }

  /**
   * The older version gets the statement.
   *
   * @param line 1-based, in the rewritten file
   * @param renames name in latest to name in the older version
   * @param carried what travels along, for a reader: imports, variables, methods, types
   * @param warnings each begins with an id such as {@code side-effect}
   * @param score from 0 to 1: how much of the evidence agrees
   * @param explanation one line for a reader: why there
   */
  record Inserted(
      Probe probe,
      String file,
      int line,
      SortedMap<String, String> renames,
      List<String> carried,
      List<String> warnings,
      double score,
      String explanation)
      implements Placement {
    public Inserted {
      renames = Collections.unmodifiableSortedMap(new TreeMap<>(renames));
      carried = List.copyOf(carried);
      warnings = List.copyOf(warnings);
    }

    /** The same so many lines further down. */
    Inserted down(int lines) {
      return new Inserted(
          probe, file, line + lines, renames, carried, warnings, score, explanation);
    }
  }

  /**
   * The older version logs it already.
   *
   * @param line 1-based, in the rewritten file
   */
  record Present(Probe probe, String file, int line) implements Placement {}

  /**
   * The older version does not get the statement.
   *
   * @param file with {@code line}: the nearest place in the older version, or the probe's own place
   *     where there is none
   */
  record Refused(Probe probe, Refusal reason, String file, int line, String detail)
      implements Placement {}
}
