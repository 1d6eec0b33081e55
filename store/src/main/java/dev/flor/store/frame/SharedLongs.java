package dev.flor.store.frame;

/** Whole numbers as objects; small ones only once, for the steps of one epoch are numbered as those of the others. */
final class SharedLongs {
  private static final int SMALL = 1 << 14;

  private final Long[] small = new Long[SMALL];

  Long of(long number) {
    if (number < 0 || number >= SMALL) {
      return number;
    }
    int at = (int) number;
    if (small[at] == null) {
      small[at] = number;
    }
    return small[at];
  }
}
