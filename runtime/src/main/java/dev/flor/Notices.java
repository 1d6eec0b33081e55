package dev.flor;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

  static String of(Throwable fault) {
    String message = fault.getMessage();
    String kind = fault.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }
}
