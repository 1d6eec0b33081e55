package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** S1: how long it takes until logged values can be asked for. */
final class StoreIngest implements Row {
  private static final double GOAL = 3;

  @Override
  public String id() {
    return "S1";
  }

  @Override
  public String title() {
    return "taking in values: flor from its journals, the others from memory";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    List<String> table = new ArrayList<>();
    table.add("| values | who | seconds | processor seconds |");
    table.add("|---:|---|---:|---:|");
    boolean pass = true;
    List<String> figures = new ArrayList<>();
    for (int values : StoreLab.sizes()) {
      Map<String, double[]> medians = measure(lab, LoggedHistory.of(values));
      medians.forEach((who, median) ->
          table.add("| %,d | %s | %.2f | %.2f |".formatted(values, who, median[0], median[1])));
      double flor = medians.get(StoreLab.FLOR)[0];
      double packed = medians.get(StoreLab.PACKED)[0];
      double duck = medians.get(RowPeer.DUCKDB.title)[0];
      double sqlite = medians.get(RowPeer.SQLITE.title)[0];
      pass &= flor < duck && flor < sqlite && flor <= GOAL * packed;
      figures.add("%,d values: %.2f x DuckDB, %.2f x SQLite, %.2f x packed"
          .formatted(values, flor / duck, flor / sqlite, flor / packed));
    }
    return new Verdict(
        table,
        pass,
        String.join("; ", figures),
        "< 1 x DuckDB, < 1 x SQLite, <= %.0f x packed".formatted(GOAL));
  }

  private static Map<String, double[]> measure(Lab lab, LoggedHistory history) throws IOException {
    Path florDir = StoreLab.journals(lab, history);
    Map<String, StoreLab.Deed> deeds = new LinkedHashMap<>();
    deeds.put(StoreLab.FLOR, () -> {
      java.nio.file.Files.deleteIfExists(florDir.resolve("flor.mv.db"));
      StoreLab.ingest(florDir, history);
    });
    for (RowPeer peer : RowPeer.values()) {
      deeds.put(peer.title, () -> peer.fill(StoreLab.fresh(lab, "peer"), history));
    }
    deeds.put(StoreLab.PACKED, () -> {
      try (PackedChunks chunks = new PackedChunks(StoreLab.fresh(lab, "peer"))) {
        chunks.fill(history);
      }
    });
    deeds.put(
        StoreLab.PLAIN,
        () -> PackedChunks.plainFile(StoreLab.fresh(lab, "peer").resolve("plain"), history));
    return StoreLab.contest(deeds, StoreLab.rounds());
  }
}
