package dev.flor.replay.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Hands on what a process prints, as it comes, on a thread of its own; all of it, however soon the process ends. */
final class Pump implements Runnable {
  private static final int BLOCK = 1 << 16;

  /** A child that outlives the program may keep its streams open: it is not waited for. */
  private static final long AFTERWARDS_MILLIS = 1_000;

  /** Where it goes. */
  interface Sink {
    void take(byte[] block, int length) throws IOException;
  }

  private final InputStream from;
  private final Sink to;
  private final Thread thread = new Thread(this, "flor-output");
  private volatile boolean reading = true;
  private volatile IOException fault;

  private Pump(InputStream from, Sink to) {
    this.from = from;
    this.to = to;
  }

  static Pump start(InputStream from, Sink to) {
    Pump pump = new Pump(from, to);
    pump.thread.setDaemon(true);
    pump.thread.start();
    return pump;
  }

  /** Does the work. */
  @Override
  public void run() {
    byte[] block = new byte[BLOCK];
    try (from) {
      for (int read = from.read(block); read >= 0; read = from.read(block)) {
        reading = false;
        to.take(block, read);
        reading = true;
      }
    } catch (IOException e) {
      fault = e;
    }
  }

  /**
   * Waits until all is handed on that was printed before the process ended, however slowly it is taken. Until then the stream may not
   * be closed, not even by {@link Process#destroyForcibly}: what is still in it would be lost.
   *
   * @return why not all could be handed on
   */
  Optional<IOException> await() throws InterruptedException {
    do {
      thread.join(AFTERWARDS_MILLIS);
    } while (thread.isAlive() && !reading);
    return Optional.ofNullable(fault);
  }
}
