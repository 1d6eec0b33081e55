package dev.flor.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a program prints, in a file: the beginning and the end of it, if it is much. */
final class CappedLog {
  private static final int BEGINNING = 8 << 20;
  private static final int END = 1 << 16;

  private final InputStream in;
  private final Path log;
  private final byte[] ring = new byte[END];
  private long seen;
  private IOException fault;
  private final Thread reader = new Thread(this::read, "flor-output");

  private CappedLog(InputStream in, Path log) {
    this.in = in;
    this.log = log;
  }

  /** Takes over what the process prints, until it has ended. */
  static CappedLog keep(Process process, Path log) {
    CappedLog kept = new CappedLog(process.getInputStream(), log);
    kept.reader.setDaemon(true);
    kept.reader.start();
    return kept;
  }

  /** Waits until all is written. The process has ended. */
  void await() throws InterruptedException {
    reader.join();
    if (fault != null) {
      throw new WorkspaceException("cannot write " + log, fault);
    }
  }

  private void read() {
    try (OutputStream out =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] buffer = new byte[END];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        int first = (int) Math.max(0, Math.min(read, BEGINNING - seen));
        out.write(buffer, 0, first);
        for (int i = first; i < read; i++) {
          ring[(int) ((seen + i) % END)] = buffer[i];
        }
        seen += read;
      }
      writeEnd(out);
    } catch (IOException e) {
      fault = e;
    }
  }

  private void writeEnd(OutputStream out) throws IOException {
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
