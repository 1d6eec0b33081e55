package dev.flor.replay.process;

import dev.flor.journal.RunDirectory;
import dev.flor.replay.project.ProjectConfig;
import dev.flor.replay.project.WorkspaceException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a program is started. Kept for each run that {@code flor run} starts, since a process's own command line does not say where one
 * argument ends and the next begins.
 *
 * @param jvm options of the virtual machine
 * @param directory the working directory, relative to the top of the tree; empty: the top
 */
public record Launch(String mainClass, List<String> args, List<String> jvm, String directory) {
  public Launch {
    args = List.copyOf(args);
    jvm = List.copyOf(jvm);
  }

  /** At the top of the tree, without options. */
  Launch(String mainClass, List<String> args) {
    this(mainClass, args, List.of(), "");
  }

  /** As flor.toml says. */
  public static Launch of(String mainClass, ProjectConfig.Run run) {
    return new Launch(mainClass, run.args(), run.jvm(), run.directory());
  }

  /** The same with another class: it may have had another name. */
  public Launch of(String otherMain) {
    return new Launch(otherMain, args, jvm, directory);
  }

  /** The working directory in a tree; a path that leads out of it is none. */
  public Path directory(Path tree) {
    Path wanted = tree.resolve(directory).normalize();
    return wanted.startsWith(tree.normalize()) && Files.isDirectory(wanted) ? wanted : tree;
  }

  /** Main class and arguments as a JVM reports them, split at blanks; empty for a program in a jar. */
  public static Optional<Launch> parse(String command) {
    List<String> words = List.of(command.strip().split("\\s+"));
    if (words.get(0).isEmpty() || words.get(0).endsWith(".jar")) {
      return Optional.empty();
    }
    return Optional.of(new Launch(words.get(0), words.subList(1, words.size())));
  }

  private static Path file(Path florDir, String runId) {
    return florDir.resolve("launches").resolve(runId + ".properties");
  }

  /** Keeps it for a program that is about to run: what it is run with stays there until it has ended. */
  public void begin(Path florDir, String runId, List<Path> classpath) {
    Properties properties = properties();
    properties.setProperty("process", told(ProcessHandle.current()));
    put(properties, "classpath.", classpath.stream().map(Path::toString).toList());
    write(properties, file(florDir, runId));
  }

  /** Keeps it for replays of a program that has ended. */
  public void save(Path florDir, String runId) {
    write(properties(), file(florDir, runId));
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("main", mainClass);
    put(properties, "arg.", args);
    put(properties, "jvm.", jvm);
    properties.setProperty("directory", directory);
    return properties;
  }

  private static Path aside(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static void write(Properties properties, Path file) {
    Path aside = aside(file);
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(aside)) {
        properties.store(writer, null);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WorkspaceException("cannot write " + file, e);
    }
  }

  public static Optional<Launch> load(Path florDir, String runId) {
    return read(file(florDir, runId))
        .map(properties -> new Launch(
            properties.getProperty("main"),
            list(properties, "arg."),
            list(properties, "jvm."),
            properties.getProperty("directory", "")));
  }

  private static Optional<Properties> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return Optional.empty(); // its program never called flor, and was just forgotten
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + file, e);
    }
    return Optional.of(properties);
  }

  /** The runs of which something is kept here, by id. */
  public static SortedSet<String> runs(Path florDir) {
    Path folder = florDir.resolve("launches");
    if (!Files.isDirectory(folder)) {
      return new TreeSet<>();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new WorkspaceException("cannot read " + folder, e);
    }
  }

  /** Whether the program runs, or may be about to: the process that starts it is there. */
  public static boolean isUnderWay(Path florDir, String runId) {
    boolean waitedFor = read(file(florDir, runId))
        .map(properties -> properties.getProperty("process"))
        .filter(process -> ProcessHandle.of(Long.parseLong(process.split(" ", 2)[0]))
            .filter(there -> told(there).equals(process))
            .isPresent())
        .isPresent();
    Path run = florDir.resolve("runs").resolve(runId);
    return waitedFor || RunDirectory.of(run).alive();
  }

  /** Its number may be another's later, but not with the same start. */
  private static String told(ProcessHandle process) {
    return process.pid() + " "
        + process.info().startInstant().map(Object::toString).orElse("");
  }

  /** What a program is run with. */
  public static List<Path> classpath(Path florDir, String runId) {
    return read(file(florDir, runId)).stream()
        .flatMap(properties -> list(properties, "classpath.").stream())
        .map(Path::of)
        .toList();
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

  public static void forget(Path florDir, String runId) {
    try {
      Files.deleteIfExists(file(florDir, runId));
      Files.deleteIfExists(aside(file(florDir, runId)));
    } catch (IOException e) {
      throw new WorkspaceException("cannot delete " + file(florDir, runId), e);
    }
  }
}
