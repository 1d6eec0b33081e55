package dev.flor;

import dev.flor.journal.JournalWriter;
import dev.flor.rehearsal.RehearsedLoop;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.IntConsumer;

/**
 * Goes through the turns of a loop that is recorded nowhere, on a thread of its own, so that the JVM compiles what turns execute: those of a
 * loop over numbers, with a number logged in each. It does so by itself after some thousand turns: where they are long, that is after
 * minutes or never, and until then recording one takes several times as long. A rehearsal takes some hundred milliseconds of another core.
 */
final class Rehearsal implements Runnable, Iterable<Integer>, IntConsumer {
  /** After so many, the JVM compiles with all that it knows. */
  static final int TURNS = 30_000;

  private final Run played;
  private Run run;
  private LoopFrame frame;

  Rehearsal(Run played) {
    this.played = played;
  }

  /** On a thread that inherits nothing of the program's. */
  static void start(Run played) {
    Thread thread = new Thread(null, new Rehearsal(played), "flor-rehearsal", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  @Override
  public void run() {
    try {
      JournalWriter journal = JournalWriter.nowhere(why -> {
        throw new IllegalStateException("no room to rehearse");
      });
      try {
        run = new Run(journal);
        RehearsedLoop.walk(this, this);
      } finally {
        journal.close("rehearsed");
      }
    } catch (IOException | RuntimeException | Error e) {
      played.notRehearsed(e);
    }
  }

  /** How many turns are over. */
  long turns() {
    return frame.index();
  }

  @Override
  public Iterator<Integer> iterator() {
    frame = LoopFrame.open(run, "rehearsal", TURNS);
    return new LoopIterator<>(frame, Flor.range(TURNS).iterator(), Segment.EVERYTHING);
  }

  @Override
  public void accept(int turn) {
    run.log("turn", (double) turn);
    if (turn % 2 == 0) { // short ones are recorded in another way
      frame.startedAt(System.nanoTime() - 2 * LoopFrame.QUICK_NANOS);
    }
  }
}
