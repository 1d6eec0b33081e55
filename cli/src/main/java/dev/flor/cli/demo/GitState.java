package dev.flor.cli.demo;

import dev.flor.cli.io.SourceReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What is the user's in a repository: flor must leave all of it as it is, byte for byte. */
record GitState(String status, String index, String head, String branches) {
  static GitState of(Path repository) {
    Path git = repository.resolve(".git");
    return new GitState(
        GitProcess.output(
            repository, "status", "--porcelain=v2", "--branch", "--untracked-files=all"),
        bytes(git.resolve("index")),
        bytes(git.resolve("HEAD")),
        GitProcess.output(repository, "for-each-ref", "refs/heads", "refs/tags", "refs/remotes"));
  }

  private static String bytes(Path file) {
    try {
      return Files.exists(file) ? Arrays.toString(Files.readAllBytes(file)) : "none";
    } catch (IOException e) {
      throw new SourceReadException(file, e);
    }
  }
}
