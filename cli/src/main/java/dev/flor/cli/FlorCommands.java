package dev.flor.cli;

/** Runs commands of flor, as the demo types them. */
@FunctionalInterface
interface FlorCommands {
  /** Returns the exit code. */
  int run(Caller caller, String... words);
}
