package dev.flor.replay.gc;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A process that takes all away, and may be gone in the middle of it. */
final class GcChild {
  static final int KILLED = 137;

  private GcChild() {}

  public static void main(String... args) {
    Retention none = new Retention(Optional.empty(), OptionalInt.of(0), OptionalLong.empty());
    List<String> journals = Arrays.asList(args).subList(2, args.length);
    GcRequest request = new GcRequest(none, none, List.of(), journals, false);
    Gc gc = new Gc(Path.of(args[0]), Instant.now(), notice -> {});
    long nanos = Long.parseLong(args[1]);
    long begun = System.nanoTime();
    Thread killer = new Thread(() -> {
      while (System.nanoTime() - begun < nanos) {
        Thread.onSpinWait();
      }
      Runtime.getRuntime().halt(KILLED);
    });
    killer.setDaemon(true);
    killer.start();
    gc.run(request);
    System.out.println(System.nanoTime() - begun);
  }
}
