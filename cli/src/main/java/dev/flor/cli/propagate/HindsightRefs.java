package dev.flor.cli.propagate;

import dev.flor.cli.io.ReportWriteException;
import dev.flor.cli.project.OpenProject;
import dev.flor.history.Hindsight;
import dev.flor.history.History;
import dev.flor.history.RefChange;
import dev.flor.journal.FlorDirectory;
import dev.flor.propagator.Placement;
import dev.flor.replay.project.EncodingFinder;
import dev.flor.replay.propagation.VersionPropagation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Lays a commit on top of each version in which something changes. */
final class HindsightRefs implements VersionSink, AutoCloseable {
  private final History history;
  private final EncodingFinder finder = new EncodingFinder();
  private final Hindsight hindsight;
  private final boolean dryRun;
  private final PrintStream err;

  HindsightRefs(OpenProject open, boolean dryRun, PrintStream err) {
    this.history = open.history();
    this.hindsight = history.hindsight(folder(open.project().florDir()));
    this.dryRun = dryRun;
    this.err = err;
  }

  /** Where flor notes what refs were. */
  static Path folder(Path florDir) {
    try {
      return FlorDirectory.made(florDir).resolve("hindsight");
    } catch (IOException e) {
      throw new ReportWriteException(florDir, e);
    }
  }

  @Override
  public void take(VersionPropagation each) {
    if (each.propagation().patches().isEmpty()) {
      hindsight.leaveOut(each.version());
      return;
    }
    hindsight.add(
        each.version(),
        VersionFiles.rewritten(each, history.tree(each.version()), finder),
        message(each));
  }

  /** What was carried, a line for each statement. */
  private static String message(VersionPropagation each) {
    StringBuilder message = new StringBuilder("Hindsight log statements on ")
        .append(each.version().abbreviated())
        .append("\n\n");
    for (Placement placement : each.propagation().placements()) {
      message
          .append(PlacementReport.subject(placement.probe()))
          .append(": ")
          .append(PlacementReport.line(placement))
          .append('\n');
    }
    return message.toString();
  }

  @Override
  public void finish() {
    if (dryRun) {
      List<RefChange> changes = hindsight.changes();
      changes.forEach(change -> err.println("would " + line(change)));
      err.println("dry run: " + counted(changes.size()) + " would be written");
      return;
    }
    int changed = hindsight.write().size();
    err.println(
        changed == 0
            ? "refs: nothing to write, all is there"
            : counted(changed) + " written below " + Hindsight.REFS
                + "; `flor undo` takes them back");
  }

  static String counted(int refs) {
    return refs + (refs == 1 ? " ref" : " refs");
  }

  static String line(RefChange change) {
    return change
        .after()
        .map(id -> "set " + change.name() + " to " + id)
        .orElse("delete " + change.name());
  }

  @Override
  public void close() {
    hindsight.close();
  }
}
