package dev.flor.rehearsal;

import java.util.function.IntConsumer;

/** Not for programs: a loop as they have it, in a package that is not flor's own: where it stands is told from its bytecode, as in any program. */
public final class RehearsedLoop {
  private RehearsedLoop() {}

  /** Hands each turn to its body. */
  public static void walk(Iterable<Integer> turns, IntConsumer body) {
    for (int turn : turns) {
      body.accept(turn);
    }
  }
}
