package dev.flor.store;

/** Loops or turns of a run that follow each other: their ids count from the first one's. */
abstract class DenseChunk {
  static final int FULL = 4096;
  static final long UNKNOWN = -1;

  private final int first;
  private int open;
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

  /** One more has begun. */
  void begun() {
    open++;
    changed = true;
  }

  /** One of them is over. */
  void ended() {
    open--;
    changed = true;
  }

  /** How many have begun and are not over. */
  int open() {
    return open;
  }

  void setOpen(LongList nanos) {
    for (int i = 0; i < nanos.size(); i++) {
      open += nanos.get(i) == UNKNOWN ? 1 : 0;
    }
  }

  boolean isChanged() {
    return changed;
  }

  abstract int size();

  abstract boolean isFull();

  abstract byte[] bytes();
}
