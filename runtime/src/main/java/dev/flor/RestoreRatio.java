package dev.flor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How long restoring a checkpoint takes, measured in what taking it took. Replays measure it, recorded
 * runs ask for it: a small file beside the checkpoints, of which the loss is no harm.
 */
final class RestoreRatio {
  /** Before any restore was measured (Garcia et al., VLDB 2021). */
  static final double UNMEASURED = 1.38;

  private static final double LARGEST = 1000;

  private final Path file;

  RestoreRatio(Path checkpoints) {
    this.file = checkpoints.resolve("restore-ratio");
  }

  double known() {
    try {
      double told =
          Files.exists(file) ? Double.parseDouble(Files.readString(file).trim()) : -1;
      return told >= 0 && told <= LARGEST ? told : UNMEASURED;
    } catch (IOException | NumberFormatException e) {
      return UNMEASURED; // a broken file is one that was never written
    }
  }

  /** Takes in one measurement; half of what was known stays. */
  void measured(long restoreNanos, long materialiseNanos) throws IOException {
    if (materialiseNanos <= 0) {
      return;
    }
    double ratio = Math.min(LARGEST, (double) restoreNanos / materialiseNanos);
    Path temporary = Files.createTempFile(file.getParent(), "new-", ".tmp");
    try {
      Files.writeString(temporary, (known() + ratio) / 2 + "\n");
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
