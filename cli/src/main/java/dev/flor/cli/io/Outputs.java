package dev.flor.cli.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Files that the user asked for by name. One is there whole or as it was: it is written aside and then takes its place. A symbolic link stays,
 * and what it leads to is replaced; a pipe, a device and a stream of a process are written through.
 */
public final class Outputs {
  private static final int MOST_LINKS = 40; // as Linux has it

  private Outputs() {}

  /** What writes a file's contents. */
  public interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  public static void write(Path file, byte[] bytes) {
    write(file, out -> out.write(bytes));
  }

  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void write(Path file, Contents contents) {
    try {
      Path target = led(file.toAbsolutePath());
      Files.createDirectories(target.getParent());
      if (isStream(target)) {
        through(target, contents);
      } else {
        replaced(target, contents);
      }
    } catch (IOException e) {
      throw new ReportWriteException(file, e);
    }
  }

  /** Where links lead to, but for those that the kernel makes for open files: nothing can be made beside those. */
  private static Path led(Path file) throws IOException {
    Path at = file;
    for (int links = 0; Files.isSymbolicLink(at) && links < MOST_LINKS; links++) {
      Path real = at.getParent().toRealPath().resolve(at.getFileName());
      if (isOfTheKernel(real)) {
        return real;
      }
      at = real.resolveSibling(Files.readSymbolicLink(real));
    }
    return at;
  }

  private static boolean isOfTheKernel(Path file) {
    return file.startsWith("/proc");
  }

  private static boolean isStream(Path target) {
    return isOfTheKernel(target)
        || (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target));
  }

  /** Appends, as what a shell redirected with {@code >>} is to stay. */
  private static void through(Path target, Contents contents) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.APPEND))) {
      contents.writeTo(out);
    }
  }

  private static void replaced(Path target, Contents contents) throws IOException {
    Path aside = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
        if (Files.exists(target)) {
          keepPermissions(target, aside);
        }
        contents.writeTo(out);
      }
      Files.move(
          aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.getFileAttributeView(from, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  /** Deletes a folder of our own with all that is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new ReportWriteException(folder, e);
    }
  }
}
