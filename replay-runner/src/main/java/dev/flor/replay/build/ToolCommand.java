package dev.flor.replay.build;

import dev.flor.replay.process.ProcessRunner;
import dev.flor.replay.process.Program;
import dev.flor.replay.project.Folders;
import dev.flor.replay.project.Outside;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A build tool, called. */
record ToolCommand(List<String> command, Path directory, Map<String, String> variables)
    implements Program {
  /** What a build tool may know beside what a program may: where it and its settings are, and how to reach the network. */
  private static final List<String> KNOWS = List.of("M2_HOME", "JAVA_TOOL_OPTIONS");

  private static final List<String> KNOWS_ALL_OF =
      List.of("MAVEN_", "MVNW_", "GRADLE_", "HTTP_", "HTTPS_", "NO_PROXY");

  /** How it ended, and all it said. */
  record Said(boolean done, String log) {}

  static ToolCommand of(List<String> command, Path directory, Path javaHome, Outside outside) {
    Map<String, String> variables = new TreeMap<>();
    outside.environment().forEach((name, value) -> {
      String upper = name.toUpperCase(Locale.ROOT);
      if (KNOWS.contains(name) || KNOWS_ALL_OF.stream().anyMatch(upper::startsWith)) {
        variables.put(name, value);
      }
    });
    variables.put("JAVA_HOME", javaHome.toString());
    return new ToolCommand(command, directory, variables);
  }

  /** Waits for its end; what it says goes to a file beside its directory. */
  Said run(Outside outside, Duration timeout) {
    Path log = directory.resolveSibling(directory.getFileName() + ".log");
    try (ProcessRunner processes = new ProcessRunner(outside.environment(), 1)) {
      ProcessRunner.Ended ended = processes.run(this, log, timeout);
      String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      return ended instanceof ProcessRunner.Ended.Exited exited
          ? new Said(exited.code() == 0, said)
          : new Said(
              false,
              said + "\n" + command.get(0) + " was stopped after " + timeout.toSeconds() + " s\n");
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + log, e);
    } finally {
      Folders.sweep(log);
    }
  }
}
