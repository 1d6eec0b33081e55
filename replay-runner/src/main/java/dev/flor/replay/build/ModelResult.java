package dev.flor.replay.build;

import java.util.function.Function;

/** What came of asking a build tool how a tree is built. */
public sealed interface ModelResult {

  /** It says how. */
  record Known(BuildModel model) implements ModelResult {}

  /**
   * It cannot.
   *
   * @param message in one line
   * @param log all that it said
   */
  record Unknown(String message, String log) implements ModelResult {}

  default <T> T fold(Function<Known, T> known, Function<Unknown, T> unknown) {
    return this instanceof Known k ? known.apply(k) : unknown.apply((Unknown) this);
  }
}
