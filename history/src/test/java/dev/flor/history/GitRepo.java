package dev.flor.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A real repository, made by the git executable, whose clock ticks a minute with each commit. */
final class GitRepo {
  private final Path dir;
  private long clock = 1_700_000_000L;

  private GitRepo(Path dir) {
    this.dir = dir;
  }

  /** An empty repository below a folder with a space in its name. */
  static GitRepo init(Path parent, String... options) {
    GitRepo repo = at(parent.resolve("my project"));
    repo.git(concat(List.of("init", "-q", "-b", "main"), options));
    return repo;
  }

  static GitRepo at(Path dir) {
    try {
      return new GitRepo(Files.createDirectories(dir));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path dir() {
    return dir;
  }

  GitRepo file(String path, String text) {
    try {
      Path file = dir.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GitRepo commit(String subject, String path, String text) {
    return file(path, text).commitAll(subject);
  }

  GitRepo commitAll(String subject) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", subject);
    clock += 60;
    return this;
  }

  String id(String revision) {
    return git("rev-parse", revision);
  }

  String git(String... arguments) {
    return git(List.of(arguments));
  }

  private String git(List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "gc.auto=0", "-c", "maintenance.auto=false"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + who + "_NAME", "Ada");
      builder.environment().put("GIT_" + who + "_EMAIL", "ada@example.org");
      builder.environment().put("GIT_" + who + "_DATE", clock + " +0100");
    }
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed: " + output);
      }
      return output.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> concat(List<String> first, String... rest) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(rest));
    return all;
  }

  /** Every file below a folder with its bytes, times and permissions; links with their target. */
  static SortedMap<String, String> fingerprint(Path dir) {
    try (Stream<Path> files = Files.walk(dir)) {
      SortedMap<String, String> found = new TreeMap<>();
      for (Path file : (Iterable<Path>) files::iterator) {
        found.put(dir.relativize(file).toString(), describe(file));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(Path file) throws IOException {
    String attributes = Files.readAttributes(
            file, "posix:permissions,lastModifiedTime", LinkOption.NOFOLLOW_LINKS)
        .toString();
    if (Files.isSymbolicLink(file)) {
      return "link " + Files.readSymbolicLink(file);
    }
    return Files.isDirectory(file)
        ? "folder " + attributes
        : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) + attributes;
  }
}
