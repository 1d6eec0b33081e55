package dev.flor.cli.propagate;

import dev.flor.propagator.Placement;
import dev.flor.replay.propagation.VersionPropagation;
import dev.flor.store.model.Column;
import dev.flor.store.model.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** One row for each statement in each version: outcome, place, score, and why not. */
final class PlacementRows implements VersionSink {
  private static final List<Column> COLUMNS = List.of(
      new Column("version", Column.Type.TEXT),
      new Column("subject", Column.Type.TEXT),
      new Column("statement", Column.Type.TEXT),
      new Column("outcome", Column.Type.TEXT),
      new Column("place", Column.Type.TEXT),
      new Column("score", Column.Type.DOUBLE),
      new Column("detail", Column.Type.TEXT));

  private final Predicate<Placement> shown;
  private final List<List<Object>> rows = new ArrayList<>();

  PlacementRows(Predicate<Placement> shown) {
    this.shown = shown;
  }

  @Override
  public void take(VersionPropagation each) {
    for (Placement placement : each.propagation().placements()) {
      if (shown.test(placement)) {
        List<Object> row = new ArrayList<>();
        row.add(each.version().abbreviated());
        row.add(each.version().subject());
        row.add(PlacementReport.subject(placement.probe()));
        row.addAll(placement.fold(
            in -> Arrays.<Object>asList("inserted", in.file() + ":" + in.line(), in.score(), null),
            there ->
                Arrays.<Object>asList("present", there.file() + ":" + there.line(), null, null),
            no -> Arrays.<Object>asList(
                "refused", no.file() + ":" + no.line(), null, PlacementReport.because(no))));
        rows.add(row);
      }
    }
  }

  View view() {
    return new View(COLUMNS, rows);
  }
}
