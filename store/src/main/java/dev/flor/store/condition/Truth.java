package dev.flor.store.condition;

/** True, false, or neither: what is compared with nothing is neither, as in SQL. */
enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  Truth not() {
    return this == UNKNOWN ? this : of(this == FALSE);
  }

  Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE ? other : this;
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }
}
