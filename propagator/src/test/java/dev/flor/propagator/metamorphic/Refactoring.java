package dev.flor.propagator.metamorphic;

import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A known change to a program, which takes the marked statement along.
 *
 * @param needs kinds of syntax around or beside the statement without which it cannot be applied, for a quick choice of places
 */
record Refactoring(String name, Set<String> needs, Change change) {

  /** Applies to this place, if it can. */
  interface Change {
    Optional<Program> apply(View view, Random random);
  }

  static Refactoring of(String name, Change change, String... needs) {
    return new Refactoring(name, Set.of(needs), change);
  }

  Optional<Program> apply(Program program, Random random) {
    return View.of(program)
        .flatMap(view -> change.apply(view, random))
        .filter(changed -> View.of(changed).isPresent());
  }
}
