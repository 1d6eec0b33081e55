package dev.flor.replay.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a program prints, in a file: the beginning and the end of it, if it is much. */
final class CappedLog implements Pump.Sink, Closeable {
  private static final int BEGINNING = 8 << 20;
  private static final int END = 1 << 16;

  private final OutputStream out;
  private final byte[] ring = new byte[END];
  private long seen;
  private boolean closed;

  /** Adds to the file, if there is one. */
  CappedLog(Path log) throws IOException {
    out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public synchronized void take(byte[] block, int length) throws IOException {
    if (closed) {
      return; // whoever still prints is not the program
    }
    int first = (int) Math.max(0, Math.min(length, BEGINNING - seen));
    out.write(block, 0, first);
    for (int i = first; i < length; i++) {
      ring[(int) ((seen + i) % END)] = block[i];
    }
    seen += length;
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      writeEnd();
    }
  }

  private void writeEnd() throws IOException {
    long start = Math.max(BEGINNING, seen - END);
    if (seen > BEGINNING) {
      out.write(("\n... " + (start - BEGINNING) + " bytes are left out here ...\n")
          .getBytes(StandardCharsets.UTF_8));
    }
    for (long at = start; at < seen; at++) {
      out.write(ring[(int) (at % END)]);
    }
  }
}
