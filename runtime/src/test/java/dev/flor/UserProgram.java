package dev.flor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.journal.RunDirectory;
import dev.flor.journal.Transcript;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** A small program of a user, compiled and run in a JVM of its own, in a folder with a space. */
final class UserProgram {
  private final Path folder;
  private final Path classes;

  /** Compiles {@code Main} with this body of {@code main}, and these members. */
  UserProgram(Path temporary, String body, String... members) throws IOException {
    folder = Files.createDirectories(temporary.resolve("a project"));
    classes = Files.createDirectories(temporary.resolve("the classes"));
    Path source = classes.resolve("Main.java");
    String text = "import dev.flor.*;\nimport java.util.*;\npublic class Main {\n"
        + String.join("\n", members)
        + "\npublic static void main(String[] args) throws Exception {\n"
        + body
        + "\n}}\n";
    Files.writeString(source, text);
    int result = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-cp", runtime(), "-d", classes.toString(), source.toString());
    assertThat(result).as("the program compiles").isZero();
  }

  Path folder() {
    return folder;
  }

  Path flor() {
    return folder.resolve(".flor");
  }

  /** A process of the program with these options of the JVM, not started yet. */
  ProcessBuilder process(String... options) {
    return process(
        options, List.of("-cp", runtime() + java.io.File.pathSeparator + classes, "Main"));
  }

  /** The same, started as {@code java Main.java}. */
  ProcessBuilder ofSource(String... options) {
    return process(
        options, List.of("-cp", runtime(), classes.resolve("Main.java").toString()));
  }

  private ProcessBuilder process(String[] options, List<String> main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options));
    command.addAll(main);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    return builder;
  }

  Outcome run(String... options) throws Exception {
    return run(process(options));
  }

  static Outcome run(ProcessBuilder builder) throws Exception {
    Path errors = Files.createTempFile("flor", ".err");
    Process process = builder.redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    String err = Files.readString(errors);
    Files.delete(errors);
    return new Outcome(exit, out, err);
  }

  /** How a command ends; 127 where there is no such command. */
  static int exit(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return process.waitFor();
    } catch (IOException e) {
      return 127;
    }
  }

  List<RunDirectory> runs() {
    return RunDirectory.all(flor());
  }

  /** The lines of the only run's journal. */
  List<String> journal() {
    assertThat(runs()).hasSize(1);
    return Transcript.of(runs().get(0).journal());
  }

  /** Those lines that begin like this. */
  List<String> journal(String... beginnings) {
    return select(journal(), beginnings);
  }

  static List<String> select(List<String> lines, String... beginnings) {
    return lines.stream()
        .filter(line -> Arrays.stream(beginnings).anyMatch(line::startsWith))
        .collect(Collectors.toList());
  }

  private static String runtime() {
    try {
      return Path.of(
              Flor.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a process ended. */
  static final class Outcome {
    final int exit;
    final String out;
    final String err;

    Outcome(int exit, String out, String err) {
      this.exit = exit;
      this.out = out;
      this.err = err;
    }

    Outcome succeeds() {
      assertThat(exit).as("exit code; stderr: %s", err).isZero();
      return this;
    }
  }
}
