package dev.flor.store;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the values of a row come from, and how sure they are. */
final class Origin {
  static final List<String> HEADINGS = List.of("source", "verdict");

  private final Set<Boolean> replayed = new LinkedHashSet<>();
  private final Set<String> verdicts = new LinkedHashSet<>();

  void add(RunRow run) {
    replayed.add(run.replayed());
    if (run.replayed()) {
      verdicts.add(run.verdict().orElse("none"));
    }
  }

  /** One word for each; no verdict where nothing was replayed. Of several verdicts the worst counts. */
  List<Object> cells() {
    String source =
        replayed.size() > 1 ? "both" : replayed.contains(true) ? "replayed" : "recorded";
    Object verdict = List.of("diverged", "none", "unverified", "verified").stream()
        .filter(verdicts::contains)
        .findFirst()
        .filter(word -> !word.equals("none"))
        .orElse(null);
    return Arrays.asList(source, verdict);
  }
}
