package dev.flor.replay.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** How large files below {@code .flor} are, and when they were written. What others delete meanwhile counts nothing. */
public final class FileSizes {
  private FileSizes() {}

  /** All files of a folder, or the one file. Links are not followed. */
  public static long below(Path path) {
    long[] sum = {0};
    try {
      Files.walkFileTree(path, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          sum[0] += attributes.size();
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
          if (Files.exists(file)) {
            throw e;
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + path, e);
    }
    return sum[0];
  }

  public static Instant modified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + path, e);
    }
  }

  /** Says that a thing was used now: what is used is not old. */
  public static void touch(Path path) {
    try {
      Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis()));
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + path, e);
    }
  }
}
