package dev.flor.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs git's plumbing in a clean environment: no hooks, no prompts, no locks it can do without. */
final class Git {
  private static final List<String> QUIET = List.of(
      "core.hooksPath=/dev/null",
      "core.fsmonitor=false",
      "core.splitIndex=false",
      "core.logAllRefUpdates=false",
      "advice.addEmbeddedRepo=false",
      "core.safecrlf=false",
      "gc.auto=0");

  private final Path project;
  private final Path errors;
  private Process running;
  private boolean stopped;

  /**
   * @param errors the file that takes what git says on stderr, apart from its answers
   */
  Git(Path project, Path errors) {
    this.project = project;
    this.errors = errors;
  }

  /** What a git command answered: a character for each byte, for names of files may be in any encoding. */
  static final class Answer {
    final int exit;
    final String text;

    Answer(int exit, String text) {
      this.exit = exit;
      this.text = text;
    }

    boolean ok() {
      return exit == 0;
    }

    String firstLine() {
      return text.lines().findFirst().orElse("exit code " + exit);
    }
  }

  Answer run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return feed(environment, new byte[0], arguments);
  }

  /** Runs git and gives it {@code input} to read. */
  Answer feed(Map<String, String> environment, byte[] input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    for (String setting : QUIET) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    clean(builder.environment());
    builder.environment().putAll(environment);
    builder.redirectError(errors.toFile());
    Process process = start(builder);
    try (OutputStream in = process.getOutputStream()) {
      in.write(input); // git reads all of it before it answers
    } catch (IOException e) {
      process.waitFor(); // it ended early, and says why
    }
    try (InputStream out = process.getInputStream()) {
      String text = withoutLineEnd(new String(out.readAllBytes(), StandardCharsets.ISO_8859_1));
      int exit = process.waitFor();
      return new Answer(exit, exit == 0 ? text : Files.readString(errors).trim());
    }
  }

  private static String withoutLineEnd(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** Ends what runs and lets nothing more begin. */
  synchronized void stop() {
    stopped = true;
    if (running != null) {
      running.destroy();
    }
  }

  private synchronized Process start(ProcessBuilder builder) throws IOException {
    if (stopped) {
      throw new IOException("it was cut short");
    }
    running = builder.start();
    return running;
  }

  private static void clean(Map<String, String> environment) {
    for (String name : List.copyOf(environment.keySet())) {
      if (name.startsWith("GIT_")) {
        environment.remove(name);
      }
    }
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("LC_ALL", "C");
  }
}
