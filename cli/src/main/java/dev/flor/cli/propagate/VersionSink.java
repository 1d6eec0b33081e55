package dev.flor.cli.propagate;

import dev.flor.replay.propagation.VersionPropagation;

/** Takes what became of the statements in one version after the other, so that nobody has to hold them all. */
interface VersionSink {

  void take(VersionPropagation each);

  /** There are no more. */
  default void finish() {}
}
