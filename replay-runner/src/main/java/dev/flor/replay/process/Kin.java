package dev.flor.replay.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All processes that one program has led to, also those whose parents are gone: they have inherited a mark in their environment. Where a
 * system does not show the environment of its processes, only a program's descendants are known.
 */
record Kin(String mark) {
  /** The variable that holds the mark. */
  static final String VARIABLE = "FLOR_TASK";

  private static final Path PROCESSES = Path.of("/proc");

  /** One that is forking while it is looked for is seen the next time. */
  private static final int ROUNDS = 5;

  static Kin of(String mark) {
    return new Kin(mark);
  }

  /** Ends them all at once. */
  void kill() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> alive = alive();
      alive.forEach(ProcessHandle::destroyForcibly);
      if (alive.isEmpty()) {
        return;
      }
    }
  }

  /** Those that run now. */
  List<ProcessHandle> alive() {
    return ProcessHandle.allProcesses().filter(this::isMarked).toList();
  }

  private boolean isMarked(ProcessHandle process) {
    Path environment = PROCESSES.resolve(process.pid() + "/environ");
    try {
      return Files.isReadable(environment)
          && new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
              .contains(VARIABLE + "=" + mark);
    } catch (IOException e) {
      return false; // it has ended meanwhile, or belongs to someone else
    }
  }
}
