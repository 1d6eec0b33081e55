package dev.flor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.demo.GitProcess;
import dev.flor.cli.io.Caller;
import dev.flor.cli.io.ExitCode;
import dev.flor.cli.io.Outputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder to give commands in, and what they answer; the only part of the tests that knows how. */
public final class Given {
  /** The top of flor's own sources. */
  public static final Path REPOSITORY = top();

  private final Path directory;
  private String input = "";
  private String terminals = "";

  private Given(Path directory) {
    this.directory = directory;
  }

  /** A folder with a space in its name, below a test's own temporary one. */
  public static Given folder(Path temporary) {
    try {
      return new Given(Files.createDirectories(temporary.resolve("a project")).toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that is there. */
  static Given at(Path directory) {
    return new Given(directory);
  }

  /** The same as an empty git repository. */
  public static Given repository(Path temporary) {
    Given given = folder(temporary);
    given.git("init", "--quiet", "--initial-branch=main");
    given.git("config", "user.name", "Ada");
    given.git("config", "user.email", "ada@example.org");
    return given;
  }

  public Path path(String relative) {
    return directory.resolve(relative);
  }

  public Given file(String path, String text) {
    Outputs.write(directory.resolve(path), text);
    return this;
  }

  public Given commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", message);
    return this;
  }

  public String git(String... arguments) {
    return GitProcess.output(directory, arguments);
  }

  /** As if a person sat at a terminal and typed this. */
  public Given typing(String answer) {
    input = answer;
    terminals = "02";
    return this;
  }

  /** As if a pipe or a file were the input. */
  public Given piping(String text) {
    input = text;
    terminals = "";
    return this;
  }

  /** Gives a command in this process. */
  public Answer flor(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Cli.run(caller(out, err), args);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public Caller caller() {
    return caller(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  private Caller caller(OutputStream out, OutputStream err) {
    return new Caller(
        directory,
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminals,
        Map.of("PATH", System.getenv("PATH")));
  }

  /** Gives a command in a process of its own. */
  public Answer process(List<String> command) {
    try {
      Path err = Files.createTempFile(directory.getParent(), "stderr", ".txt");
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      builder.directory(directory.toFile()).redirectError(err.toFile());
      builder.environment().remove("FLOR_HOME");
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), out, Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What starts Main in a process of its own. */
  public List<String> mainCommand(String... args) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.flor.cli.Main"));
    command.addAll(List.of(args));
    return command;
  }

  private static Path top() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** What a command answered. */
  public record Answer(int code, String out, String err) {
    public Answer exits(ExitCode expected) {
      return exits(expected.number());
    }

    public Answer exits(int expected) {
      assertThat(code).as("exit code; stdout:%n%s%nstderr:%n%s", out, err).isEqualTo(expected);
      return this;
    }

    public Answer prints(String... parts) {
      assertThat(out).contains(parts);
      return this;
    }

    public Answer says(String... parts) {
      assertThat(err).contains(parts);
      return this;
    }

    /** Fails with one line and a hint, and prints no data. */
    public Answer failsInTwoLines(ExitCode expected, String message, String hint) {
      exits(expected);
      assertThat(out).isEmpty();
      assertThat(err.lines()).hasSize(2);
      assertThat(err.lines().findFirst().orElseThrow()).startsWith("flor: ").contains(message);
      assertThat(err.lines().skip(1).findFirst().orElseThrow())
          .startsWith("hint: ")
          .contains(hint);
      return this;
    }
  }
}
