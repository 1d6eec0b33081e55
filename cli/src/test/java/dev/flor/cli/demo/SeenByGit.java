package dev.flor.cli.demo;

import java.nio.file.Path;

/** What git sees of a repository, for tests of other packages to compare. */
public final class SeenByGit {
  private SeenByGit() {}

  /** Equal as long as git's status, index, HEAD and branches are. */
  public static Object of(Path repository) {
    return GitState.of(repository);
  }
}
