package dev.flor.replay.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is started as a process of its own. */
public interface Program {
  List<String> command();

  /** The working directory. */
  Path directory();

  /** Environment variables, beside those that are harmless. */
  default Map<String, String> variables() {
    return Map.of();
  }
}
