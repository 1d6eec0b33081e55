package dev.flor.propagator.loops;

/** A change of what a root names, at the place where it happens. */
record Effect(Root root, String file, int line, String variable, String why) {
  Effect on(Root other) {
    return new Effect(other, file, line, variable, why);
  }
}
