package dev.flor.propagator.metamorphic;

/** What came of an instance, in one word and for a reader. */
record Verdict(Kind kind, String detail) {
  enum Kind {
    RIGHT,
    REFUSED,
    WRONG_PLACE,
    WRONG_NAMES,
    UNBOUND,
    UNPARSABLE,
    DAMAGED,
    THROWN;

    boolean wrong() {
      return this != RIGHT && this != REFUSED;
    }
  }

  static Verdict of(Kind kind, String detail) {
    return new Verdict(kind, detail);
  }
}
