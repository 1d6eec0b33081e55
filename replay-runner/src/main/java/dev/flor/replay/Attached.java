package dev.flor.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Where the output of a program goes that the user watches.
 *
 * @param terminal whether a person sees {@code err}, and so how far its loops are
 */
public record Attached(OutputStream out, OutputStream err, boolean terminal) {
  private static final int BLOCK = 1 << 13;

  /** A child that outlives the program may keep its streams open: it is not waited for. */
  private static final long AFTERWARDS_MILLIS = 1_000;

  /** Hands on what a process prints, as it comes, and waits for its end; returns its exit code. */
  int handOn(Process process, OutputTail tail) throws InterruptedException {
    Thread outputs = copier(process.getInputStream(), out, tail);
    Thread errors = copier(process.getErrorStream(), err, tail);
    int code = process.waitFor();
    outputs.join(AFTERWARDS_MILLIS);
    errors.join(AFTERWARDS_MILLIS);
    return code;
  }

  private static Thread copier(InputStream from, OutputStream to, OutputTail tail) {
    Thread thread = new Thread(() -> copy(from, to, tail), "flor-output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void copy(InputStream from, OutputStream to, OutputTail tail) {
    byte[] block = new byte[BLOCK];
    try (from) {
      for (int read = from.read(block); read >= 0; read = from.read(block)) {
        to.write(block, 0, read);
        to.flush();
        tail.add(block, read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
