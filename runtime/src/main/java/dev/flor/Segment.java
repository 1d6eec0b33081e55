package dev.flor;

/** Which turns of a loop are served; everything, unless the loop is the main loop of a replay. */
interface Segment {
  /** All turns. */
  Segment EVERYTHING = new Segment() {};

  /** The first turn that is served; those before it are drawn and dropped. */
  default long first() {
    return 0;
  }

  /** The index of the first turn after them that is no longer served. */
  default long end() {
    return Long.MAX_VALUE;
  }

  /** The loop has fewer turns than are to be dropped. */
  default void tooShort(long turns) {}

  /** The first served turn is about to begin: the state before it is restored. */
  default void begin(LoopFrame frame) {}

  /** The last served turn is over. */
  default void over() {}
}
