package dev.flor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * P1: how many statements of real histories land where they stood. The environment names the harness ({@code PROPBENCH_HOME}), its data
 * ({@code PROPBENCH_DIR}), how many tasks ({@code PROPBENCH_SUBSET}; all) and the peers ({@code PROPBENCH_PEERS}); peers that have results are not run again.
 */
final class CarryQuality implements Row {
  private static final String PEERS = "B1 B1b B2 B3 B3f";

  @Override
  public String id() {
    return "P1";
  }

  @Override
  public String title() {
    return "propagation quality, propbench's public set";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    Map<String, String> environment = System.getenv();
    String home = environment.get("PROPBENCH_HOME");
    if (home == null) {
      throw new IllegalStateException("PROPBENCH_HOME does not name propbench's folder");
    }
    Path harness = Path.of(home);
    Path results = results(environment);
    List<String> systems = new ArrayList<>();
    systems.add("flor");
    for (String peer : environment.getOrDefault("PROPBENCH_PEERS", PEERS).split(" ", -1)) {
      if (!peer.isBlank()) {
        systems.add(peer);
        if (!Files.exists(results.resolve(peer).resolve("scored.jsonl"))) {
          lab.time(harness, List.of("./run.sh", "public", peer));
        }
      }
    }
    Path adapter = lab.repository().resolve("bench/propbench");
    lab.time(harness, List.of("./run.sh", "public", "flor=" + adapter));
    List<String> report = new ArrayList<>(List.of("./report.py", "--set", "public"));
    report.addAll(systems);
    lab.time(harness, report);
    CarryScore score = CarryScore.read(results.resolve("flor").resolve("scored.jsonl"));
    List<String> table = new ArrayList<>(score.table());
    table.addAll(tables(lab.lastOutput()));
    return new Verdict(table, score.pass(), score.figure(), CarryScore.GOAL);
  }

  private static Path results(Map<String, String> environment) {
    String cache = environment.getOrDefault(
        "XDG_CACHE_HOME", Path.of(System.getProperty("user.home"), ".cache").toString());
    return Path.of(environment.getOrDefault("PROPBENCH_DIR", cache + "/propbench"))
        .resolve("results/public");
  }

  /** The report as far as its tables go, without the reasons each system gave. */
  private static List<String> tables(List<String> report) {
    int reasons = report.indexOf("### reasons");
    return reasons < 0 ? report : report.subList(0, reasons);
  }
}
