package dev.flor.cli.propagate;

import dev.flor.cli.io.ReportWriteException;
import dev.flor.propagator.Placement;
import dev.flor.replay.propagation.VersionPropagation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A table for the page of a job of GitHub's, appended to the file that it names: what became of each statement, and why not. */
final class StepSummary implements VersionSink {
  private final Path file;
  private final Map<String, Counts> byStatement = new LinkedHashMap<>();
  private int versions;

  StepSummary(Path file) {
    this.file = file;
  }

  private static final class Counts {
    private int inserted;
    private int present;
    private int refused;
    private final Set<String> reasons = new LinkedHashSet<>();
  }

  @Override
  public void take(VersionPropagation each) {
    versions++;
    for (Placement placement : each.propagation().placements()) {
      Counts counts = byStatement.computeIfAbsent(
          PlacementReport.subject(placement.probe()), subject -> new Counts());
      if (placement instanceof Placement.Refused no) {
        counts.refused++;
        counts.reasons.add(no.reason().id());
      } else if (placement instanceof Placement.Present) {
        counts.present++;
      } else {
        counts.inserted++;
      }
    }
  }

  @Override
  public void finish() {
    StringBuilder table = new StringBuilder("### flor propagate: ")
        .append(versions)
        .append(versions == 1 ? " version" : " versions")
        .append("\n\n| statement | inserted | present | refused | why |\n|---|--:|--:|--:|---|\n");
    byStatement.forEach((statement, counts) -> table
        .append("| ")
        .append(statement.replace("|", "\\|").replace("<", "&lt;"))
        .append(" | " + counts.inserted + " | " + counts.present + " | " + counts.refused + " | ")
        .append(String.join(", ", counts.reasons))
        .append(" |\n"));
    try {
      Files.writeString(file, table, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new ReportWriteException(file, e);
    }
  }
}
