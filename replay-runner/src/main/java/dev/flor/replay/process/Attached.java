package dev.flor.replay.process;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where the output of a program goes that the user watches.
 *
 * @param terminal whether a person sees {@code err}, and so how far its loops are
 */
public record Attached(OutputStream out, OutputStream err, boolean terminal) {

  /**
   * Hands on what a process prints, as it comes, and waits for its end; returns its exit code. Where nobody takes its output any
   * more, as at the end of a pipe, the process finds that out itself.
   */
  int handOn(Process process, OutputTail tail) throws InterruptedException {
    Pump outputs = pump(process.getInputStream(), out, tail);
    Pump errors = pump(process.getErrorStream(), err, tail);
    int code = process.waitFor();
    outputs.await();
    errors.await();
    return code;
  }

  private static Pump pump(InputStream from, OutputStream to, OutputTail tail) {
    return Pump.start(from, (block, length) -> {
      to.write(block, 0, length);
      to.flush();
      tail.add(block, length);
    });
  }
}
