package dev.flor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** F1: files that nobody would write; {@code FUZZ_PAIRS} in the environment says how many, if not 100,000. */
final class Fuzz implements Row {
  private static final String PAIRS = "100000";

  @Override
  public String id() {
    return "F1";
  }

  @Override
  public String title() {
    return "mutated, deep and very large files";
  }

  @Override
  public Verdict measure(Lab lab) throws IOException {
    String pairs = System.getenv().getOrDefault("FUZZ_PAIRS", PAIRS);
    List<String> page = new ArrayList<>(List.of(
        "Case files and short real files, truncated, with ranges deleted, doubled or swapped, chars flipped, tokens put in, brackets taken out, nested",
        "without end, with line ends mixed; as latest, as older, and as both. Failed is whatever is thrown, and an insertion that does not parse.",
        ""));
    List<String> lines = TestProgram.run(lab, "dev.flor.propagator.fuzz.FuzzRun", pairs);
    page.addAll(lines);
    long failed = lines.stream().filter(line -> line.startsWith("- ")).count();
    return new Verdict(page, failed == 0, failed + " failures in " + pairs + " pairs", "none");
  }
}
