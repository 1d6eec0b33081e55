package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** S3: bytes on disk per value, everything that is needed to ask included, journals not. */
final class StoreSize implements Row {
  private static final double GOAL = 10;

  @Override
  public String id() {
    return "S3";
  }

  @Override
  public String title() {
    return "disk per value in the store; flor's has the times of all turns too";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    List<String> table = new ArrayList<>();
    table.add("| values | who | bytes a value |");
    table.add("|---:|---|---:|");
    double worst = 0;
    for (int values : StoreLab.sizes()) {
      LoggedHistory history = LoggedHistory.of(values);
      Path florDir = StoreLab.journals(lab, history);
      StoreLab.ingest(florDir, history);
      double flor = (double) Files.size(florDir.resolve("flor.mv.db")) / history.values();
      worst = Math.max(worst, flor);
      table.add("| %,d | flor | %.2f |".formatted(values, flor));
      for (RowPeer peer : RowPeer.values()) {
        Path folder = StoreLab.fresh(lab, "peer");
        StoreLab.time(() -> peer.fill(folder, history));
        table.add("| %,d | %s | %.2f |"
            .formatted(values, peer.title, (double) RowPeer.bytes(folder) / history.values()));
      }
    }
    return new Verdict(
        table, worst <= GOAL, "%.2f B".formatted(worst), "<= %.0f B".formatted(GOAL));
  }
}
