package dev.flor.bench;

import dev.flor.store.FlorStore;
import dev.flor.store.model.Dataframe;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** S2: three names side by side, one row per step, every cell read through JDBC: of all runs, and of one. */
final class StorePivot implements Row {
  private static final int ONE = 5;

  @Override
  public String id() {
    return "S2";
  }

  @Override
  public String title() {
    return "pivot of three names, all cells read through JDBC; flor's rows are ordered, the others' need not be";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    List<String> table = new ArrayList<>();
    table.add("| values | rows | who | seconds | processor seconds |");
    table.add("|---:|---:|---|---:|---:|");
    boolean pass = true;
    List<String> figures = new ArrayList<>();
    for (int values : StoreLab.sizes()) {
      LoggedHistory history = LoggedHistory.of(values);
      try (Stores stores = new Stores(lab, history)) {
        for (boolean all : new boolean[] {true, false}) {
          int rows = all ? history.rows() : history.rows() / history.runs();
          Map<String, double[]> medians = stores.pivot(all);
          medians.forEach((who, median) -> table.add("| %,d | %,d | %s | %.4f | %.4f |"
              .formatted(values, rows, who, median[0], median[1])));
          double flor = medians.get(StoreLab.FLOR)[0];
          double duck = medians.get(RowPeer.DUCKDB.title)[0];
          pass &= flor < duck;
          figures.add("%,d rows: %.2f x DuckDB".formatted(rows, flor / duck));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return new Verdict(table, pass, String.join("; ", figures), "< 1 x DuckDB on both");
  }

  /** The same values in all stores, each of them open. */
  private static final class Stores implements AutoCloseable {
    private static final List<RowPeer> PEERS = List.of(RowPeer.DUCKDB, RowPeer.H2);

    private final LoggedHistory history;
    private final FlorStore flor;
    private final Map<RowPeer, Connection> peers = new LinkedHashMap<>();

    Stores(Lab lab, LoggedHistory history) throws IOException, SQLException {
      this.history = history;
      Path florDir = StoreLab.journals(lab, history);
      StoreLab.ingest(florDir, history);
      flor = FlorStore.open(florDir);
      for (RowPeer peer : PEERS) {
        Path folder = StoreLab.fresh(lab, peer.name());
        StoreLab.time(() -> peer.fill(folder, history));
        peers.put(peer, peer.connect(folder));
      }
    }

    Map<String, double[]> pivot(boolean all) throws IOException {
      Map<String, StoreLab.Deed> deeds = new LinkedHashMap<>();
      int rows = all ? history.rows() : history.rows() / history.runs();
      deeds.put(StoreLab.FLOR, () -> check(rows, flor(all)));
      peers.forEach((peer, connection) -> deeds.put(
          peer.title,
          () -> check(rows, RowPeer.pivot(connection, all ? "" : "WHERE run = " + ONE))));
      return StoreLab.contest(deeds, StoreLab.rounds());
    }

    private double flor(boolean all) throws SQLException {
      Dataframe question = Dataframe.of(LoggedHistory.NAMES.toArray(String[]::new));
      Dataframe asked = all ? question : question.inRuns(List.of(LoggedHistory.runId(ONE)));
      try (ResultSet rows = flor.result(asked)) {
        return RowPeer.sum(rows, row -> row.getString(2).length(), 3);
      }
    }

    /** The sum of what was logged is small beside the rows, so a missing row shows. */
    private static void check(int rows, double sum) {
      if (!(sum > rows)) {
        throw new IllegalStateException(sum + " is less than " + rows + " rows have");
      }
    }

    @Override
    public void close() throws SQLException {
      flor.close();
      for (Connection connection : peers.values()) {
        connection.close();
      }
    }
  }
}
