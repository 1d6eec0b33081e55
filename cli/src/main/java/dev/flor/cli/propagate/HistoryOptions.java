package dev.flor.cli.propagate;

import dev.flor.cli.io.SinceDate;
import dev.flor.cli.project.CommitsOption;
import dev.flor.cli.project.OpenProject;
import dev.flor.history.Selection;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which versions a propagation over a history is about. */
final class HistoryOptions {
  @Mixin
  private CommitsOption commits;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = {
        "Versions authored since: 2026-01-31, 2026-01-31T12:00 (UTC); without --commits, of all",
        "that HEAD reaches."
      })
  private String since;

  @Option(names = "--first-parent", description = "Of a merge, only the line that it was made on.")
  private boolean firstParent;

  @Option(names = "--all-runs", description = "The versions of all recorded runs, too.")
  private boolean allRuns;

  @Option(
      names = "--direct",
      description = {
        "Where it is not sure where a statement goes, do not carry it through the versions in",
        "between."
      })
  private boolean direct;

  /** Whether statements go through the versions in between. */
  boolean chains() {
    return !direct;
  }

  /** The first of these options that was given; null for none. */
  String given() {
    if (commits.isGiven()) {
      return "--commits";
    }
    if (since != null) {
      return "--since";
    }
    return firstParent ? "--first-parent" : allRuns ? "--all-runs" : direct ? "--direct" : null;
  }

  Selection in(OpenProject project) {
    boolean unbounded = commits.isGiven() || since != null || allRuns;
    List<String> specs = unbounded ? commits.asked() : commits.in(project);
    return new Selection(specs, firstParent, allRuns, SinceDate.parse(since));
  }
}
