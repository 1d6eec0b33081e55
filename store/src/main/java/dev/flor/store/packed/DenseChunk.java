package dev.flor.store.packed;

/** Loops or turns of a run that follow each other: their ids count from the first one's. */
public abstract class DenseChunk {
  /** How many there are in a chunk at most. */
  public static final int FULL = 4096;
  /** The time of what is not over, the total of what was not counted. */
  public static final long UNKNOWN = -1;

  private static final int UNCOUNTED = -1;

  private final int first;
  private int open = UNCOUNTED;
  private boolean changed;

  DenseChunk(int first) {
    this.first = first;
  }

  /** The id of its first one. */
  public int first() {
    return first;
  }

  /** The id behind that of its last one. */
  public int next() {
    return first + size();
  }

  /** Whether the one of that id is here. */
  public boolean holds(int id) {
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
  public int open() {
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

  /** Whether something happened to it since it was read. */
  public boolean isChanged() {
    return changed;
  }

  abstract int size();

  /** Whether the next one begins another chunk. */
  public abstract boolean isFull();

  /** The chunk as it is kept. */
  public abstract byte[] bytes();
}
