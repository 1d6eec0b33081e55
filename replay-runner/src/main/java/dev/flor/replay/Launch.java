package dev.flor.replay;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * How a program is started: its main class and arguments. Kept for each run that {@code flor run} starts,
 * since a process's own command line does not say where one argument ends and the next begins.
 */
record Launch(String mainClass, List<String> args) {
  Launch {
    args = List.copyOf(args);
  }

  /** Main class and arguments as a JVM reports them, split at blanks; empty for a program in a jar. */
  static Optional<Launch> parse(String command) {
    List<String> words = List.of(command.strip().split("\\s+"));
    if (words.get(0).isEmpty() || words.get(0).endsWith(".jar")) {
      return Optional.empty();
    }
    return Optional.of(new Launch(words.get(0), words.subList(1, words.size())));
  }

  private static Path file(Path florDir, String runId) {
    return florDir.resolve("launches").resolve(runId + ".properties");
  }

  void save(Path florDir, String runId) {
    Properties properties = new Properties();
    properties.setProperty("main", mainClass);
    for (int i = 0; i < args.size(); i++) {
      properties.setProperty("arg." + i, args.get(i));
    }
    Path file = file(florDir, runId);
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        properties.store(writer, null);
      }
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + file, e);
    }
  }

  static Optional<Launch> load(Path florDir, String runId) {
    Path file = file(florDir, runId);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
    List<String> args = new ArrayList<>();
    for (int i = 0; properties.containsKey("arg." + i); i++) {
      args.add(properties.getProperty("arg." + i));
    }
    return Optional.of(new Launch(properties.getProperty("main"), args));
  }

  /** How a recorded run was started: as flor kept it, else as its JVM told it. */
  static Optional<Launch> ofRun(Project project, String runId) {
    return load(project.florDir(), runId).or(() -> Planner.directory(project, runId)
        .flatMap(run -> RecordedRun.read(run.journal()).info())
        .flatMap(info -> parse(info.program())));
  }

  static void forget(Path florDir, String runId) {
    try {
      Files.deleteIfExists(file(florDir, runId));
    } catch (IOException e) {
      throw new WorkspaceException("cannot delete " + file(florDir, runId), e);
    }
  }
}
