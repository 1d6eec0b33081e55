package dev.flor.cli.demo;

import dev.flor.cli.io.Caller;

/** Runs commands of flor, as the demo types them. */
@FunctionalInterface
public interface FlorCommands {
  /** Returns the exit code. */
  int run(Caller caller, String... words);
}
