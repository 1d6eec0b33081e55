package dev.flor.store.db;

import dev.flor.store.model.StoreWriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that stands beside the database while a process has it open as its owner. Where it is found, a writer died in between, and the database is made
 * again from the journals: after {@code kill -9} in mid-transaction H2 2.5.252 was seen to keep rows
 * of that transaction in some indexes and not in others.
 */
final class WriteMark {
  private final Path file;
  private boolean broken;

  WriteMark(Path florDir) {
    this.file = florDir.resolve("store.writing");
  }

  /** Whether the last writer did not come to its end. */
  boolean isLeft() {
    return Files.exists(file);
  }

  void set() {
    try {
      Files.write(file, new byte[0]);
    } catch (IOException e) {
      throw failed("made", e);
    }
  }

  /** A write failed: the mark stays, whatever comes. */
  void keep() {
    broken = true;
  }

  void clear() {
    if (!broken) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw failed("deleted", e);
      }
    }
  }

  private StoreWriteException failed(String deed, IOException e) {
    return new StoreWriteException(
        file + " could not be " + deed + ": " + e,
        "see that the folder may be written and that there is room on the disk",
        e);
  }
}
