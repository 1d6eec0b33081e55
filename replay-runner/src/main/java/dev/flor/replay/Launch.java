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
 * How a program is started. Kept for each run that {@code flor run} starts, since a process's own command line does not say where one
 * argument ends and the next begins.
 *
 * @param jvm options of the virtual machine
 * @param directory the working directory, relative to the top of the tree; empty: the top
 */
record Launch(String mainClass, List<String> args, List<String> jvm, String directory) {
  Launch {
    args = List.copyOf(args);
    jvm = List.copyOf(jvm);
  }

  /** At the top of the tree, without options. */
  Launch(String mainClass, List<String> args) {
    this(mainClass, args, List.of(), "");
  }

  /** As flor.toml says. */
  static Launch of(String mainClass, ProjectConfig.Run run) {
    return new Launch(mainClass, run.args(), run.jvm(), run.directory());
  }

  /** The same with another class: it may have had another name. */
  Launch of(String otherMain) {
    return new Launch(otherMain, args, jvm, directory);
  }

  /** The working directory in a tree; a path that leads out of it is none. */
  Path directory(Path tree) {
    Path wanted = tree.resolve(directory).normalize();
    return wanted.startsWith(tree.normalize()) && Files.isDirectory(wanted) ? wanted : tree;
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
    put(properties, "arg.", args);
    put(properties, "jvm.", jvm);
    properties.setProperty("directory", directory);
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
    return Optional.of(new Launch(
        properties.getProperty("main"),
        list(properties, "arg."),
        list(properties, "jvm."),
        properties.getProperty("directory", "")));
  }

  private static void put(Properties properties, String key, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      properties.setProperty(key + i, words.get(i));
    }
  }

  private static List<String> list(Properties properties, String key) {
    List<String> words = new ArrayList<>();
    for (int i = 0; properties.containsKey(key + i); i++) {
      words.add(properties.getProperty(key + i));
    }
    return words;
  }

  /**
   * How a recorded run was started: as flor kept it, else as its JVM told it. A JVM tells its main class and arguments; its options and
   * folder are taken to be those of {@code run}.
   */
  static Optional<Launch> ofRun(Project project, String runId, ProjectConfig.Run run) {
    return load(project.florDir(), runId).or(() -> Planner.directory(project, runId)
        .flatMap(directory -> RecordedRun.read(directory.journal()).info())
        .flatMap(info -> parse(info.program()))
        .map(launch -> new Launch(launch.mainClass(), launch.args(), run.jvm(), run.directory())));
  }

  static void forget(Path florDir, String runId) {
    try {
      Files.deleteIfExists(file(florDir, runId));
    } catch (IOException e) {
      throw new WorkspaceException("cannot delete " + file(florDir, runId), e);
    }
  }
}
