package dev.flor.replay;

import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The end of what a program printed. */
final class LogTail {
  private static final int MOST_BYTES = 8192;
  private static final int MOST_CHARACTERS = 200;

  private LogTail() {}

  /**
   * The line that says most: the last one that names an exception, else the last that is not blank. A line of
   * a stack trace says less than the exception above it.
   */
  static Optional<String> lastLine(Path log) {
    List<String> lines =
        tail(log).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Optional<String> exception = lines.stream()
        .filter(line -> line.startsWith("Exception in thread") || line.startsWith("Caused by:"))
        .reduce((earlier, later) -> later);
    return exception
        .or(() -> lines.stream().reduce((earlier, later) -> later))
        .map(line ->
            line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line);
  }

  private static String tail(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + log, e);
    }
  }
}
