package dev.flor;

import dev.flor.journal.ReplayOrder;
import dev.flor.journal.RunInfo;
import dev.flor.snapshot.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Finds out who runs what, where and when. Asks no network: a name server may not answer. */
final class RunHead {
  private static final Path SELF = Path.of("/proc/self");

  private RunHead() {}

  static RunInfo of(String runId, Optional<Replay> replay) {
    RunInfo.Builder info = RunInfo.builder(runId)
        .program(program())
        .on(host(), System.getProperty("java.version", ""))
        .process(pid(), Instant.now());
    Optional<Path> project = Settings.project(Settings.workingDirectory());
    Optional<String> head = project.isPresent() ? Head.of(project.get()) : Optional.empty();
    if (head.isPresent()) {
      info.head(head.get());
    }
    if (replay.isPresent()) {
      ReplayOrder order = replay.get().order();
      Optional<String> recorded =
          order.replayOf().map(path -> path.getFileName().toString());
      info.replay(recorded, order.version());
    }
    return info.build();
  }

  /** The system tells it in a link; the JDK's way loads what starts processes. */
  private static long pid() {
    try {
      return Long.parseLong(Files.readSymbolicLink(SELF).toString());
    } catch (IOException | RuntimeException e) {
      return ProcessHandle.current().pid(); // another system, or one that hides its processes
    }
  }

  /** The main class. Not its arguments: they may be secrets. */
  private static String program() {
    Thread thread = Thread.currentThread();
    StackTraceElement[] stack = thread.getStackTrace();
    if (thread.getName().equals("main") && stack.length > 0) {
      return stack[stack.length - 1].getClassName();
    }
    return System.getProperty("sun.java.command", "").split(" ", 2)[0];
  }

  private static String host() {
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isEmpty()) {
        return name;
      }
    }
    try {
      return Files.readString(Path.of("/etc/hostname")).trim();
    } catch (IOException e) {
      return ""; // this machine keeps its name elsewhere; nothing depends on it
    }
  }
}
