package dev.flor.replay.propagation;

import dev.flor.replay.project.Key;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of names or paths that is part of a question, told by its id.
 *
 * @param id equal for equal sets
 */
record Names(String id, SortedSet<String> all) {
  static final Names NONE = of(Collections.emptySortedSet());

  static Names of(SortedSet<String> all) {
    Key key = new Key("names");
    all.forEach(key::add);
    return new Names(key.hex(), Collections.unmodifiableSortedSet(new TreeSet<>(all)));
  }

  static Names of(String only) {
    return of(new TreeSet<>(Set.of(only)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Names names && id.equals(names.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
