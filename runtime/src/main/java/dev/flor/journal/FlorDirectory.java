package dev.flor.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The {@code .flor} folder of a project. Whoever writes into it first makes it here, so that git does
 * not look into it, whatever is done first in a project.
 */
public final class FlorDirectory {
  private FlorDirectory() {}

  /**
   * Makes the folder, if it is not there, and lets git ignore what flor writes into it: all of it, or,
   * where somebody keeps files of their own in a folder of another name, what is below {@code runs}
   * and {@code checkpoints}. A {@code .gitignore} that is there stays as it is.
   *
   * @return {@code folder}
   * @throws IOException if it cannot be written
   */
  public static Path made(Path folder) throws IOException {
    boolean ours = folder.endsWith(".flor") || !holdsFiles(folder);
    make(folder);
    if (ours) {
      ignore(folder);
    } else { // git is to see the user's
      ignore(make(folder.resolve("runs")));
      ignore(make(folder.resolve("checkpoints")));
    }
    return folder;
  }

  private static boolean holdsFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return files.iterator().hasNext();
    }
  }

  private static void ignore(Path folder) throws IOException {
    Path ignore = folder.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      Files.write(ignore, "*\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Makes a folder and those around it. The JDK's way makes them anew where a deleted one was. */
  public static Path make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      if (folder.getParent() != null) {
        make(folder.getParent());
      }
      try {
        Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(folder)) {
          throw e; // else another process was faster
        }
      }
    }
    return folder;
  }
}
