package dev.flor.replay.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Folders below {@code .flor/} that flor made and takes away again. */
public final class Folders {
  private Folders() {}

  /** Deletes a folder of flor's own that nobody needs any more. */
  public static void sweep(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new WorkspaceException("cannot delete " + folder, e);
    }
  }

  /** Takes a file or folder away in one step from where it is looked for; who is killed meanwhile leaves it to the next sweep. */
  public static void remove(Path florDir, Path path) {
    Path aside = Workspace.home(florDir, "0");
    try {
      Files.createDirectories(aside.getParent());
      Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
      delete(aside);
    } catch (NoSuchFileException e) {
      return; // somebody else was faster
    } catch (IOException e) {
      throw new WorkspaceException("cannot delete " + path, e);
    }
  }

  /** Deletes a folder and what is in it; links are deleted, never followed. Nothing there is fine. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
          return FileVisitResult.CONTINUE;
        }
        throw e;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
        if (e != null) {
          throw e;
        }
        Files.deleteIfExists(dir);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /** What is directly in a folder, sorted; nothing, if it is not there. */
  public static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + folder, e);
    }
  }
}
