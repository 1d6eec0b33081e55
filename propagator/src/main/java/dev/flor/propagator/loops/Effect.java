package dev.flor.propagator.loops;

/**
 * A change of what a root names, at the place where it happens.
 *
 * @param sure false where only a function that a library has made could change it
 */
record Effect(Root root, String file, int line, String variable, String why, boolean sure) {
  Effect on(Root other) {
    return new Effect(other, file, line, variable, why, sure);
  }
}
