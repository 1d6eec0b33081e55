package dev.flor.replay.process;

import dev.flor.replay.project.WorkspaceException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Keeps the end of what a program prints, on disk as it comes: who runs the program may be killed with
 * it. Two files take turns, so that a program may print as much as it likes.
 */
public final class OutputTail implements Closeable {
  private static final int MOST_BYTES = 1 << 16;

  private final Path file;
  private OutputStream out;
  private int size;

  private OutputTail(Path file) throws IOException {
    this.file = file;
    this.out = Files.newOutputStream(file);
  }

  private static Path file(Path florDir, String runId) {
    return florDir.resolve("launches").resolve(runId + ".output");
  }

  private static Path older(Path file) {
    return file.resolveSibling(file.getFileName() + ".older");
  }

  public static OutputTail begin(Path florDir, String runId) {
    Path file = file(florDir, runId);
    try {
      Files.createDirectories(file.getParent());
      return new OutputTail(file);
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + file, e);
    }
  }

  /** What the program printed last, on both streams, when {@code flor run} ran it; else nothing. */
  public static List<String> lastLines(Path florDir, String runId, int most) {
    Path file = file(florDir, runId);
    try {
      StringBuilder text = new StringBuilder();
      for (Path part : List.of(older(file), file)) {
        if (Files.exists(part)) {
          text.append(new String(Files.readAllBytes(part), StandardCharsets.UTF_8));
        }
      }
      List<String> lines =
          text.toString().lines().filter(line -> !line.isBlank()).toList();
      return lines.subList(Math.max(0, lines.size() - most), lines.size());
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
  }

  /** Nobody will ask for it. */
  public static void forget(Path florDir, String runId) {
    Path file = file(florDir, runId);
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(older(file));
    } catch (IOException e) {
      throw new WorkspaceException("cannot delete " + file, e);
    }
  }

  synchronized void add(byte[] bytes, int length) throws IOException {
    if (out == null) {
      return; // whoever still prints is not the program
    }
    if (size + length > MOST_BYTES) {
      out.close();
      Files.move(file, older(file), StandardCopyOption.REPLACE_EXISTING);
      out = Files.newOutputStream(file);
      size = 0;
    }
    out.write(bytes, 0, length);
    size += length;
  }

  @Override
  public synchronized void close() throws IOException {
    try (OutputStream closing = out) {
      closing.flush();
      out = null;
    }
  }
}
