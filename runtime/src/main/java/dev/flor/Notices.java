package dev.flor;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Says flor's own faults on stderr, each once. */
final class Notices {
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();
  private static final int MOST = 1000;

  private Notices() {}

  static void say(String message) {
    if (SAID.size() < MOST && SAID.add(message)) {
      System.err.println("flor: " + message);
    }
  }

  /** For those who tell faults to somebody. */
  static final class Saying implements Consumer<String> {
    @Override
    public void accept(String message) {
      say(message);
    }
  }

  static String of(Throwable fault) {
    String message = fault.getMessage();
    String kind = fault.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }
}
