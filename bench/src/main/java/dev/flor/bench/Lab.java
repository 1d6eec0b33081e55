package dev.flor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scratch folder and the processes of one row. */
record Lab(Path repository, Path scratch) implements AutoCloseable {
  static Lab open(Path repository) throws IOException {
    return new Lab(repository, Files.createTempDirectory("flor-bench"));
  }

  Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** A Java command that has, of this process's jars, just those whose name begins so. */
  List<String> java(Set<String> jars, String... optionsAndClass) {
    List<String> command = new ArrayList<>(List.of(java().toString()));
    command.addAll(List.of("-cp", classPath(jars)));
    command.addAll(List.of(optionsAndClass));
    return command;
  }

  private static String classPath(Set<String> jars) {
    String separator = System.getProperty("path.separator");
    return Stream.of(System.getProperty("java.class.path").split(separator, -1))
        .filter(
            entry -> jars.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
        .collect(Collectors.joining(separator));
  }

  /** What the last command that was run wrote. */
  List<String> lastOutput() throws IOException {
    return Files.readAllLines(scratch.resolve("output.txt"));
  }

  /** Runs a command to its end in {@code directory} and returns its wall time in nanoseconds. */
  long time(Path directory, List<String> command) throws IOException {
    Path output = scratch.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    long begun = System.nanoTime();
    int exit = wait(builder.start());
    long nanos = System.nanoTime() - begun;
    if (exit != 0) {
      throw new IllegalStateException(
          command + " ended with " + exit + ":\n" + Files.readString(output));
    }
    return nanos;
  }

  static int wait(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }

  /** Deletes a folder with what is in it: some rows fill gigabytes. */
  void empty(Path folder) {
    delete(folder);
  }

  @Override
  public void close() {
    delete(scratch);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs git, and gives the lines that it prints. */
  List<String> git(Path directory, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    time(directory, command);
    return lastOutput().stream().filter(line -> !line.isBlank()).toList();
  }
}
