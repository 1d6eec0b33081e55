package dev.flor.propagator;

import dev.flor.propagator.AskedBefore.Answered;
import java.util.List;

/** The two versions that statements are carried between, as something that can be asked. */
record Sides(SourceTree latest, SourceTree older) {
  static final String OLDER = "older";

  /** Whether the older version tells where code may be: one that does not has to be read as a whole for that. */
  boolean searched() {
    return older instanceof SearchedTree;
  }

  /** The same, with a note of each question and its answer. */
  Sides noting(List<Answered<Sides>> asked) {
    return new Sides(
        new NotedTree<>("latest", latest, Sides::latest, asked),
        new NotedTree<>(OLDER, older, Sides::older, asked));
  }
}
