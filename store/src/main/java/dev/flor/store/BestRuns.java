package dev.flor.store;

import dev.flor.store.model.Cells;
import dev.flor.store.model.SavedState;
import dev.flor.store.model.UnknownNameException;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The runs in which a logged number was largest or smallest, each with where that was and the checkpoint nearest to it. */
public final class BestRuns {
  private static final String COUNTS = "v.type IN ('DOUBLE', 'LONG')"
      + " AND (v.number IS NULL OR v.number <> CAST('NaN' AS DOUBLE PRECISION))"
      + " AND (r.verdict IS NULL OR r.verdict <> 'diverged')";

  private final FlorStore store;
  private final SavedStates states;
  private final String metric;
  private final boolean largest;

  /**
   * @param store up to date, and open as long as this is asked
   * @param metric a logged name; what is no number, or NaN, does not count, nor what a replay logged that diverged
   * @param largest whether the largest is the best, else the smallest
   */
  public BestRuns(FlorStore store, Path florDir, String metric, boolean largest) {
    this.store = store;
    this.states = new SavedStates(store, florDir);
    this.metric = metric;
    this.largest = largest;
  }

  /**
   * One row per run, the best first; of equal ones the earlier run, and in a run the earlier place.
   * Columns: {@code run}, {@code version}, the metric, {@code at}, {@code source}, {@code checkpoint},
   * {@code args}.
   */
  public View rows(int most) {
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> best : bestOfRuns(most)) {
      rows.add(row((String) best.get(0), (String) best.get(1)));
    }
    if (rows.isEmpty()) {
      throw new UnknownNameException(
          "no run has logged a number as " + metric, "flor dataframe shows what was logged");
    }
    return Cells.view(
        List.of("run", "version", metric, "at", "source", "checkpoint", "args"), rows);
  }

  /** A replay counts for the run that it repeats. */
  private List<List<Object>> bestOfRuns(int most) {
    String best = largest ? "MAX" : "MIN";
    return store // the number itself is not among the columns: JDBC has no infinite decimals
        .query("SELECT COALESCE(b.id, r.id) AS of_run,"
            + " MAX(COALESCE(b.head, b.version, r.head, r.version)) AS ver"
            + " FROM value v JOIN run r ON r.id = v.run LEFT JOIN run b ON b.id = r.base"
            + " WHERE v.name = " + Whereabouts.quoted(metric) + " AND " + COUNTS
            + " GROUP BY of_run ORDER BY " + best + "(COALESCE(v.number, v.whole)) "
            + (largest ? "DESC" : "ASC")
            + ", of_run FETCH FIRST " + most + " ROWS ONLY")
        .rows();
  }

  private List<Object> row(String run, String version) {
    List<Object> first = store
        .query("SELECT v.run, v.context, COALESCE(v.whole, 0), v.number, v.source FROM value v"
            + " JOIN run r ON r.id = v.run"
            + " WHERE (r.id = " + Whereabouts.quoted(run) + " OR r.base = "
            + Whereabouts.quoted(run)
            + ") AND v.name = " + Whereabouts.quoted(metric) + " AND " + COUNTS
            + " ORDER BY COALESCE(v.number, v.whole) " + (largest ? "DESC" : "ASC")
            + ", v.source, v.context, v.ordinal, v.run FETCH FIRST 1 ROW ONLY")
        .rows()
        .get(0);
    List<Whereabouts.Step> at =
        new Whereabouts(store, (String) first.get(0)).of((Long) first.get(1));
    Optional<SavedState> checkpoint =
        SavedStates.nearest(states.of(run), at.stream().findFirst());
    return Arrays.asList(
        run,
        version == null ? null : version.substring(0, Math.min(7, version.length())),
        first.get(3) == null ? first.get(2) : first.get(3),
        Whereabouts.told(at),
        first.get(4),
        checkpoint.map(SavedState::at).orElse(null),
        args(run));
  }

  private String args(String run) {
    return store
        .query("SELECT name, type, number, whole, text FROM arg WHERE run = "
            + Whereabouts.quoted(run) + " ORDER BY name")
        .rows()
        .stream()
        .map(row -> row.get(0) + "=" + arg(row))
        .collect(Collectors.joining(" "));
  }

  private static Object arg(List<Object> row) {
    boolean truth = row.get(1).equals("BOOLEAN");
    Object number = row.get(2) != null ? row.get(2) : row.get(3);
    return row.get(4) != null ? row.get(4) : truth ? row.get(3).equals(1L) : number;
  }
}
