package dev.flor.store;

/** Loops or turns of a run that follow each other: their ids count from the first one's. */
abstract class DenseChunk {
  static final int FULL = 4096;
  static final long UNKNOWN = -1;

  private static final int UNCOUNTED = -1;

  private final int first;
  private int open = UNCOUNTED;
  private boolean changed;

  DenseChunk(int first) {
    this.first = first;
  }

  int first() {
    return first;
  }

  int next() {
    return first + size();
  }

  boolean holds(int id) {
    return id >= first && id < next();
  }

  /** One more is going to begin. */
  void begins() {
    open = open() + 1;
    changed = true;
  }

  /** One of them is going to end. */
  void ends() {
    open = open() - 1;
    changed = true;
  }

  /** How many have begun and are not over. */
  int open() {
    if (open == UNCOUNTED) {
      open = 0;
      LongList nanos = nanos();
      for (int i = 0; i < nanos.size(); i++) {
        open += nanos.get(i) == UNKNOWN ? 1 : 0;
      }
    }
    return open;
  }

  /** For each how long it took, or {@link #UNKNOWN} while it is open. */
  abstract LongList nanos();

  boolean isChanged() {
    return changed;
  }

  abstract int size();

  abstract boolean isFull();

  abstract byte[] bytes();
}
