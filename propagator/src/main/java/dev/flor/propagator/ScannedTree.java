package dev.flor.propagator;

import java.util.SortedSet;
import java.util.function.Supplier;

/** A tree that may know what statements it holds from when it was searched for them before. */
public interface ScannedTree extends SourceTree {

  /**
   * The calls of {@code Flor.log} in some of its files.
   *
   * @param files all that may hold such a call; what is in these alone decides what is found
   * @param search finds them
   */
  ProbeScan scan(SortedSet<String> files, Supplier<ProbeScan> search);
}
