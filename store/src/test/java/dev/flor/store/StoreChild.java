package dev.flor.store;

import dev.flor.FlorException;
import dev.flor.store.model.Dataframe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that uses a store; what it says on standard output is for the test. */
final class StoreChild {
  private StoreChild() {}

  public static void main(String... args) throws IOException {
    Path florDir = Path.of(args[0]);
    try {
      switch (args[1]) {
        case "ingest" -> ingest(florDir, Integer.parseInt(args[2]));
        case "hold" -> hold(florDir);
        default -> throw new IllegalArgumentException(args[1]);
      }
    } catch (FlorException e) {
      System.out.println("refused: " + e.getClass().getSimpleName() + ": " + e.hint());
    }
  }

  private static void ingest(Path florDir, int times) {
    for (int i = 0; i < times; i++) {
      try (FlorStore store = FlorStore.open(florDir)) {
        System.out.println("ingesting");
        store.ingest();
        store.dataframe(Dataframe.of("loss"));
        System.out.println(
            "rows " + store.query("SELECT COUNT(*) FROM value").rows().get(0));
      }
    }
  }

  /** Keeps the store until standard input ends. */
  private static void hold(Path florDir) throws IOException {
    try (FlorStore store = FlorStore.open(florDir)) {
      System.out.println("held " + store.runs().size());
      System.in.readAllBytes();
    }
  }

  /** Starts the child; {@code before} is put before the java command, for a shell that limits it. */
  static Process start(List<String> before, Path florDir, String... args) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        StoreChild.class.getName(),
        florDir.toString()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
