package dev.flor.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code git} executable, deaf to the user's and the system's configuration: no hooks, signatures, templates,
 * ignore or attribute files of theirs, so that the same files make the same commit ids everywhere.
 */
final class Git {
  private static final List<String> SETTINGS = List.of(
      "core.hooksPath=/dev/null",
      "core.excludesFile=/dev/null",
      "core.attributesFile=/dev/null",
      "core.autocrlf=false",
      "commit.gpgSign=false",
      "gc.auto=0");

  private Git() {}

  static void initialise(Path repo) {
    try {
      Files.createDirectories(repo);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + repo, e);
    }
    run(repo, Map.of(), "init", "--quiet", "--template=", "--initial-branch=main");
    run(repo, Map.of(), "config", "core.autocrlf", "false");
  }

  static String commitAll(Path repo, CommitFile commit) {
    return commitAll(repo, commit.author(), commit.email(), commit.date(), commit.message());
  }

  static String commitAll(
      Path repo, String author, String email, OffsetDateTime date, String message) {
    Map<String, String> identity = new TreeMap<>();
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      identity.put("GIT_" + role + "_NAME", author);
      identity.put("GIT_" + role + "_EMAIL", email);
      identity.put("GIT_" + role + "_DATE", date.toEpochSecond() + offset(date));
    }
    run(repo, Map.of(), "add", "--all");
    run(repo, identity, "commit", "--quiet", "--message=" + message);
    return run(repo, Map.of(), "rev-parse", "HEAD").strip();
  }

  private static String offset(OffsetDateTime date) {
    return " " + date.getOffset().getId().replace(":", "").replace("Z", "+0000");
  }

  static String run(Path repo, Map<String, String> identity, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    for (String setting : SETTINGS) {
      command.add("-c");
      command.add(setting);
    }
    command.addAll(List.of(arguments));
    try {
      Process process = start(repo, identity, command);
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException("git " + arguments[0] + " exited " + code + ": " + output.strip());
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run git in " + repo, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          "cannot run git in " + repo, new IOException("interrupted", e));
    }
  }

  private static Process start(Path repo, Map<String, String> identity, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(repo.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("LC_ALL", "C");
    environment.putAll(identity);
    return builder.start();
  }
}
