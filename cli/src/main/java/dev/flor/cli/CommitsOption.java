package dev.flor.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Which versions a command is about. */
final class CommitsOption {
  static final int BY_DEFAULT = 20;

  @Option(
      names = "--commits",
      paramLabel = "RANGE",
      split = ",",
      description = {
        "Versions, as git names them: main~10..main, v1, or several, separated by commas.",
        "Default: the last " + BY_DEFAULT + " commits of HEAD's own line."
      })
  private List<String> commits = List.of();

  boolean isGiven() {
    return !commits.isEmpty();
  }

  /** What was asked for; empty if nothing was. */
  List<String> asked() {
    return commits;
  }

  List<String> in(OpenProject project) {
    return commits.isEmpty() ? project.lastCommits(BY_DEFAULT) : commits;
  }
}
