package dev.flor.cli.demo;

import dev.flor.FlorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code git} executable, for what the demo shows and checks. It takes no locks. */
public final class GitProcess {
  private GitProcess() {}

  /** Its stdout, as bytes in which no difference is lost. */
  public static String output(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new GitFailedException(
            arguments[0] + " in " + directory + ": " + output.strip(), null);
      }
      return output;
    } catch (IOException e) {
      throw new GitFailedException(arguments[0] + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitFailedException(arguments[0] + " was interrupted", e);
    }
  }

  /** git could not be run, or refused. */
  public static final class GitFailedException extends FlorException {
    private static final long serialVersionUID = 1L;

    GitFailedException(String what, Throwable cause) {
      super("git " + what, "check that git is on the PATH and works in this folder", cause);
    }
  }
}
