package dev.flor.cli.propagate;

import dev.flor.cli.io.Caller;
import dev.flor.cli.io.Paint;
import dev.flor.history.Version;
import dev.flor.propagator.Placement;
import dev.flor.replay.propagation.VersionPropagation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The report for people: a heading for each version, a line for each statement, and what changes. */
final class PlacementLines implements VersionSink {
  private final Caller caller;
  private final boolean diff;
  private final Predicate<Placement> shown;
  private final Paint paint;
  private final Diffs diffs;
  private final List<String> lines = new ArrayList<>();

  PlacementLines(Caller caller, boolean diff, Predicate<Placement> shown) {
    this.caller = caller;
    this.diff = diff;
    this.shown = shown;
    this.paint = new Paint(caller.colour());
    this.diffs = new Diffs(paint);
  }

  @Override
  public void take(VersionPropagation each) {
    Version version = each.version();
    lines.add(paint.bold(version.abbreviated()) + " " + version.subject());
    for (int i = 0; i < each.propagation().placements().size(); i++) {
      Placement placement = each.propagation().placements().get(i);
      if (!shown.test(placement)) {
        continue;
      }
      lines.add("  " + PlacementReport.subject(placement.probe()) + ": "
          + paint.outcome(placement, PlacementReport.line(placement)));
      PlacementReport.explanation(each.propagation(), i)
          .forEach(line -> lines.add("      " + line));
    }
    if (diff) {
      lines.addAll(diffs.lines(version, each.propagation()));
    }
  }

  @Override
  public void finish() {
    lines.forEach(caller.out()::println);
    caller.out().flush();
  }
}
