package dev.flor.bench;

import dev.flor.snapshot.SourceSnapshot;
import java.nio.file.Path;
import java.time.Instant;

/** Takes one snapshot and prints how many milliseconds that took. */
final class OneSnapshot {
  private OneSnapshot() {}

  public static void main(String... args) throws Exception {
    long begun = System.nanoTime();
    SourceSnapshot snapshot =
        new SourceSnapshot(Path.of(args[0]), Path.of(args[1]), System.err::println);
    snapshot.take(args[2], Instant.now().getEpochSecond());
    System.out.println((System.nanoTime() - begun) / 1e6);
  }
}
