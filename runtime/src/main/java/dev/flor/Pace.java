package dev.flor;

/**
 * When to ask again whether a checkpoint may be taken: not before half of the time that was lacking has passed. Asking takes longer than all else
 * that is recorded of a turn, and of a hundred short turns one has a checkpoint. For one thread.
 */
final class Pace {
  private long passed;
  private long wait;

  /** Counts a turn, in nanoseconds; whether to ask at its end. */
  boolean asks(long nanos) {
    passed += nanos;
    return passed >= wait;
  }

  /** What the turns since the last answer took, in nanoseconds. */
  long passed() {
    return passed;
  }

  /** So many nanoseconds are lacking; none if there is a checkpoint now. */
  void answered(long lacking) {
    passed = 0;
    wait = lacking / 2;
  }
}
