package dev.flor.cli.io;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** While it is open, Ctrl-C is answered with one line that says how to go on. */
public final class InterruptNote implements AutoCloseable {
  private static final String LINE =
      "interrupted: what is finished is kept; run the same command again to go on";

  private final PrintStream err;
  private final AtomicBoolean said = new AtomicBoolean();
  private final Thread atExit = new Thread(this::say, "flor-interrupted");

  public InterruptNote(PrintStream err) {
    this.err = err;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private void say() {
    if (said.compareAndSet(false, true)) {
      err.println(LINE);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      say(); // the JVM is going down already: the line is due, from whoever comes first
    }
  }
}
