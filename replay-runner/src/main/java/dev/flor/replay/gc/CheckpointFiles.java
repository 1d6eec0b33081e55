package dev.flor.replay.gc;

import dev.flor.replay.project.FileSizes;
import dev.flor.replay.project.Workspace;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the folder of checkpoints, as those who take some away see them. */
final class CheckpointFiles {
  private final Path florDir;
  private final Path folder;

  CheckpointFiles(Path florDir) {
    this.florDir = florDir;
    this.folder = florDir.resolve("checkpoints");
  }

  /**
   * One checkpoint.
   *
   * @param written when it was, or was found to be there already
   */
  record Blob(String digest, Path file, long bytes, Instant written) {}

  /** All that are whole, by digest. */
  SortedMap<String, Blob> blobs() {
    SortedMap<String, Blob> blobs = new TreeMap<>();
    for (Blob one : all()) {
      if (one.digest().matches("[0-9a-f]{64}")) {
        blobs.put(one.digest(), one);
      }
    }
    return blobs;
  }

  /** What writers left in the middle of their work. */
  List<Blob> unfinished() {
    return all().stream()
        .filter(one -> one.file().getFileName().toString().matches("new-.*\\.tmp"))
        .toList();
  }

  private List<Blob> all() {
    List<Blob> all = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try {
      Files.walkFileTree(folder, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          String digest = file.getParent().getFileName() + file.getFileName().toString();
          Instant written = attributes.lastModifiedTime().toInstant();
          all.add(new Blob(digest, file, attributes.size(), written));
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
          if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
          }
          throw e;
        }
      });
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + folder, e);
    }
    return all;
  }

  /**
   * Takes a checkpoint away, unless a run has come to rely on it since it was looked at: then it is put back. The folder around it
   * stays, for a run may be about to write there.
   */
  void remove(Blob blob) {
    Path aside = Workspace.home(florDir, "0");
    try {
      Files.createDirectories(aside.getParent());
      Files.move(blob.file(), aside, StandardCopyOption.ATOMIC_MOVE);
      if (FileSizes.modified(aside).equals(blob.written())) {
        Files.delete(aside);
      } else {
        Files.move(aside, blob.file(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (NoSuchFileException e) {
      return; // somebody else was faster
    } catch (IOException e) {
      throw new WorkspaceException("cannot delete " + blob.file(), e);
    }
  }
}
