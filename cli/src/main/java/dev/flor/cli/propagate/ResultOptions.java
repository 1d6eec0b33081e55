package dev.flor.cli.propagate;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Format;
import dev.flor.cli.project.OpenProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a propagation over a history leaves behind. */
final class ResultOptions {
  private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One row per version and statement: ${COMPLETION-CANDIDATES}.")
  private Format format;

  @Option(
      names = "--patch",
      paramLabel = "DIR",
      description = "Write a diff for each version, for git apply.")
  private Path patch;

  @Option(
      names = "--apply-to-refs",
      description = {
        "Lay a commit on top of each version, as refs/flor/hindsight/VERSION. Without it no ref is",
        "written."
      })
  private boolean applyToRefs;

  @Option(
      names = "--dry-run",
      description = "With --apply-to-refs: only say what refs would be written.")
  private boolean dryRun;

  @Option(names = "--junit", paramLabel = "FILE", description = "Report as JUnit does, as XML.")
  private Path junit;

  @Option(
      names = "--fail-on",
      paramLabel = "WHICH",
      description = "Refusals that make the exit code 3 or 1: ${COMPLETION-CANDIDATES}.")
  private FailOn failOn = FailOn.refused;

  /** The first of these options that was given; null for none. */
  String given() {
    if (format != null) {
      return "--format";
    }
    if (patch != null) {
      return "--patch";
    }
    if (applyToRefs) {
      return "--apply-to-refs";
    }
    return dryRun ? "--dry-run" : junit != null ? "--junit" : null;
  }

  FailOn failOn() {
    return failOn;
  }

  /** Empty: the report for people. */
  Optional<Format> format() {
    return Optional.ofNullable(format);
  }

  /** Those that write files. */
  List<VersionSink> files(OpenProject open, Path out, Caller caller) {
    List<VersionSink> sinks = new ArrayList<>();
    if (out != null) {
      sinks.add(VersionFiles.sources(open.history(), caller.directory().resolve(out)));
    }
    if (patch != null) {
      sinks.add(VersionFiles.patches(open.history(), caller.directory().resolve(patch)));
    }
    if (junit != null) {
      sinks.add(new JUnitReport(caller.directory().resolve(junit)));
    }
    String summary = caller.environment().getOrDefault(STEP_SUMMARY, "");
    if (!summary.isEmpty()) {
      sinks.add(new StepSummary(caller.directory().resolve(summary)));
    }
    return sinks;
  }

  /** The one that writes refs, if they are asked for. */
  Optional<HindsightRefs> refs(OpenProject open, Caller caller) {
    return applyToRefs
        ? Optional.of(new HindsightRefs(open, dryRun, caller.err()))
        : Optional.empty();
  }
}
