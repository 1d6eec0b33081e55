package dev.flor.store.ingest;

import dev.flor.store.model.StoreWriteException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place and renames it, so that it is there whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  static void write(Path file, byte[] contents) {
    try {
      Path dir = Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(dir, ".", ".tmp");
      try {
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
          ByteBuffer bytes = ByteBuffer.wrap(contents);
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
          out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new StoreWriteException(
          "writing " + file + " failed: " + e,
          "see that there is room on the disk and that the folder may be written",
          e);
    }
  }
}
