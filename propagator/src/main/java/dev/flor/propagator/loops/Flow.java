package dev.flor.propagator.loops;

/** Something that {@code from} names is stored in something that {@code into} names. */
record Flow(Root into, Root from) implements Comparable<Flow> {
  @Override
  public int compareTo(Flow other) {
    int byInto = into.compareTo(other.into);
    return byInto != 0 ? byInto : from.compareTo(other.from);
  }
}
