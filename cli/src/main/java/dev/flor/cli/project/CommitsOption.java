package dev.flor.cli.project;

import dev.flor.cli.io.UsageException;
import java.util.List;
import picocli.CommandLine.Option;

/** Which versions a command is about. */
public final class CommitsOption {
  static final int BY_DEFAULT = 20;

  @Option(
      names = "--commits",
      paramLabel = "RANGE",
      split = ",",
      description = {
        "Versions, as git names them: main~10..main, v1, or several, separated by commas.",
        "Default: the last " + BY_DEFAULT + " commits of HEAD's own line."
      })
  private List<String> commits; // null: not given

  public boolean isGiven() {
    return commits != null;
  }

  /** What was asked for; empty if nothing was. */
  public List<String> asked() {
    if (commits == null) {
      return List.of();
    }
    if (commits.isEmpty() || commits.stream().anyMatch(String::isBlank)) {
      throw new UsageException(
          "--commits " + String.join(",", commits) + " names nothing in one place",
          "write revisions and ranges as git does: main~10..main, or v1,v2");
    }
    return commits;
  }

  public List<String> in(OpenProject project) {
    return isGiven() ? asked() : project.lastCommits(BY_DEFAULT);
  }
}
